import type { PageFigure } from "../contract/programme-page.ts";
import { figureAt } from "./figure-at.ts";

/** A list of the record as it was read: where, by which question, what it answered. */
export interface ReadList {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly reply: unknown;
}

type Named = Partial<
  Pick<PageFigure, "of" | "nameZh" | "nameEn" | "jurisdiction" | "sourceZh" | "sourceEn" | "asOf">
>;

/** What a figure is, beside the place it stands at. */
export interface Told extends Named {
  readonly code: string;
  readonly unit: PageFigure["unit"];
  readonly at: string;
  /** Where the reply says how many could not be counted in. */
  readonly unknownAt?: string;
  /** Counted from another reply than that of its list, which must say the same. */
  readonly counted?: number;
}

/** The figure of a list that was read, as of a day. */
export function figureOf(
  part: PageFigure["part"],
  { path, query, reply }: ReadList,
  { code, unit, at, unknownAt, counted, ...named }: Told & { readonly asOf: string },
): PageFigure {
  const unknown = unknownAt === undefined ? null : (figureAt(reply, unknownAt) ?? 0);
  return {
    ...{ code, part, unit, value: counted ?? figureAt(reply, at), unknown: unknown === 0 ? null : unknown },
    ...{ of: null, nameZh: null, nameEn: null, jurisdiction: "区级", sourceZh: null, sourceEn: null },
    ...named,
    list: { path, query: { ...query }, at },
  };
}
