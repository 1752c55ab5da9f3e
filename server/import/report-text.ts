import type { ImportReport, ReportItem } from "../contract/dataset-report.ts";

const HEADINGS: Readonly<Record<ReportItem["kind"], string>> = {
  "came-in": "Came in",
  repaired: "Repaired",
  missing: "Missing",
  doubtful: "Doubtful",
  "left-out": "Left out",
};
/** Objects named in a line of the terminal; the stored report lists more. */
const NAMED_MAX = 5;

/** The report of an import as a person reads it at the terminal. */
export function reportText(report: ImportReport): string {
  const lines = (Object.keys(HEADINGS) as ReportItem["kind"][]).flatMap((kind) => {
    const items = report.items.filter((item) => item.kind === kind);
    return items.length === 0 ? [] : [`${HEADINGS[kind]}:`, ...items.map(itemLine)];
  });
  return [...lines, `Imported in ${report.durationS} s.`].join("\n");
}

function itemLine({ code, count, message, sourceIds }: ReportItem): string {
  const named = sourceIds.slice(0, NAMED_MAX).join(", ");
  const more = (count ?? sourceIds.length) > NAMED_MAX ? ", …" : "";
  const counted = count === null || message.includes(String(count)) ? "" : `${count}: `;
  return `  ${counted}${message}${named && code !== "categories-absent" ? ` (${named}${more})` : ""}`;
}
