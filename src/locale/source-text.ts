import type { TFunction } from "i18next";
import type { District } from "../../server/contract/catalogue.ts";

/** What the data of a district came from, in the reader's language where it is known to the page; else as its record says. */
export function sourceText({ sample, source }: Pick<District, "sample" | "source">, t: TFunction): string {
  if (sample) return t("app.sampleSource");
  return source === "OpenStreetMap" ? t("app.osm") : source;
}
