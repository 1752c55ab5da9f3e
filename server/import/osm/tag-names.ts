import type { Tags } from "../tag-table.ts";

/** The Chinese name, or the one of the place where none is tagged as Chinese; null where it has none. */
export function nameZh(tags: Tags): string | null {
  return tags["name:zh"] ?? tags["name:zh-Hans"] ?? tags.name ?? null;
}

/** The English name; null where it has none. */
export function nameEn(tags: Tags): string | null {
  return tags["name:en"] ?? null;
}

/** Whether a tag says yes in any of the ways people write it (a kind of bridge is a bridge). */
export function isYes(value: string | undefined): boolean {
  return value !== undefined && value !== "no";
}
