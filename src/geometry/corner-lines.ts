import { lineFromText, lineToText, polygonsOf, type Shape, shapeOf } from "./area-text.ts";

/** A line by itself that begins another part of the area; an empty line begins a hole of the part before. */
const NEXT_PART = "+";
/** Beyond so many the text is no longer read by a person, and a browser takes long to show it. */
const MAX_LINES = 6_000;

/** The corners of a shape as lines `lon,lat`: holes after an empty line, further parts after a `+`. */
export function shapeToLines(shape: Shape): string {
  return polygonsOf(shape)
    .map((rings) => rings.map((ring) => lineToText(ring.slice(0, -1)).replaceAll(";", "\n")).join("\n\n"))
    .join(`\n${NEXT_PART}\n`);
}

type Read =
  | { readonly shape: ReturnType<typeof shapeOf> }
  | { readonly refused: "bad-line" | "few-corners" | "too-long"; readonly line: number };

interface NumberedRing {
  readonly line: number;
  readonly corners: [number, number][];
}

/** The shape such lines say, or the number of the line (from 1) that cannot be read or whose ring has too few corners. */
export function shapeFromLines(text: string): Read {
  const lines = text.split(/\r?\n/).map((line) =>
    line
      .trim()
      .replace(/[,，;；\s]+/g, ",")
      .replace(/,$/, ""),
  );
  if (lines.length > MAX_LINES) return { refused: "too-long", line: MAX_LINES };
  const polygons: NumberedRing[][] = [[]];
  let isNewRing = true;
  for (const [index, line] of lines.entries()) {
    if (line === NEXT_PART) polygons.push([]);
    if (line === "" || line === NEXT_PART) {
      isNewRing = true;
      continue;
    }
    const corner = lineFromText(line)?.[0];
    if (!corner) return { refused: "bad-line", line: index + 1 };
    if (isNewRing) polygons.at(-1)!.push({ line: index + 1, corners: [] });
    isNewRing = false;
    polygons.at(-1)!.at(-1)!.corners.push(corner);
  }
  return closeRings(polygons.filter((rings) => rings.length > 0));
}

function closeRings(polygons: readonly NumberedRing[][]): Read {
  const short = polygons.flat().find(({ corners }) => corners.length < 3);
  if (short || polygons.length === 0) return { refused: "few-corners", line: short?.line ?? 1 };
  return {
    shape: shapeOf(polygons.map((rings) => rings.map(({ corners }) => [...corners, corners[0]!]))),
  };
}
