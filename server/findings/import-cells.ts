import type { Scope } from "../catalogue/scope.ts";
import type { FindingTerm } from "../contract/findings.ts";
import type { Indicator, RowFault } from "../contract/indicator-values.ts";
import type { Database } from "../database/database.ts";
import { today } from "../dispatch/month.ts";
import { dayIn, isCellError, LEVEL_WORDS, textOfCell } from "../tables/cells.ts";
import type { TableColumn, TableRow } from "../tables/match-headings.ts";
import { listFindingTerms } from "./finding-terms.ts";
import { wrongValue } from "./indicator-values.ts";
import { listIndicators } from "./indicators.ts";

interface NamedZone {
  readonly id: string;
  readonly nameZh: string;
}

/** What cells are held against, read once for a file. */
export interface Lookups {
  readonly zones: readonly NamedZone[];
  readonly indicators: readonly Indicator[];
  readonly severities: readonly FindingTerm[];
  readonly levels: readonly string[];
}

const zonesSql = `SELECT id, name_zh AS "nameZh" FROM zone WHERE district_id = $1 AND level = ANY ($2)`;

/** Reads what the cells of a file are held against. */
export async function readLookups(database: Database, { districtId, levels }: Scope): Promise<Lookups> {
  const { rows: zones } = await database.query<NamedZone>(zonesSql, [districtId, levels]);
  const terms = (await listFindingTerms(database)).items;
  return {
    zones,
    indicators: (await listIndicators(database)).items,
    severities: terms.filter(({ kind }) => kind === "severity"),
    levels,
  };
}

/** Reads the cells of a row one by one and keeps what is wrong with each. */
export function cellReader({ line, cells }: TableRow, columns: readonly TableColumn[], lookups: Lookups) {
  const faults: RowFault[] = [];
  const fault = (key: string, code: string, expected: string): null => {
    const column = columns.find((each) => each.key === key)?.headings[0] ?? key;
    // what is wrong with a cell that is asked for twice is told once
    const isTold = faults.some((each) => each.column === column && each.code === code);
    if (!isTold) faults.push({ line, column, value: textOfCell(cells[key]).slice(0, 80), code, expected });
    return null;
  };
  const textOf = (key: string) => {
    const text = textOfCell(cells[key]);
    return isCellError(text) ? fault(key, "cell-error", "") : text || null;
  };
  const required = (key: string, max: number): string | null => {
    const text = textOf(key);
    if (text === null) return isCellError(textOfCell(cells[key])) ? null : fault(key, "empty", "");
    return text.length > max ? fault(key, "too-long", String(max)) : text;
  };
  const date = (key: string): string | null => {
    const text = required(key, 40);
    if (text === null) return null;
    const { day, expected } = dayIn(text, "2026-03-01");
    if (day === null) return fault(key, "bad-date", expected ?? "");
    return day > today() ? fault(key, "future-date", today()) : day;
  };
  const number = (key: string): number | null => {
    const text = textOf(key);
    if (text === null) return null;
    const parts = /^(-?\d+(?:\.\d+)?)(%?)$/.exec(text.normalize("NFKC").replace(/,/g, ""));
    if (!parts) return fault(key, "bad-number", "");
    return parts[2] === "%" ? Number(parts[1]) / 100 : Number(parts[1]);
  };
  const zone = (key: string): string | null => {
    const text = textOf(key);
    if (text === null) return null;
    const same = lookups.zones.filter(({ id, nameZh }) => id === text || nameZh === text);
    if (same.length === 1) return same[0]!.id;
    if (same.length === 0) return fault(key, "unknown-zone", "");
    return fault(key, "ambiguous-zone", same.map(({ id }) => id).join(", "));
  };
  const indicator = (key: string): Indicator | null => {
    const text = textOf(key);
    if (text === null) return null;
    const edition = textOf("edition");
    // the latest edition that has it, where none is given
    const found = lookups.indicators.find(
      (each) =>
        (each.code === text || each.nameZh === text) && (edition === null || each.edition === edition),
    );
    return found ?? fault(key, "unknown-indicator", lookups.indicators[0]?.code ?? "");
  };
  const severity = (key: string): string | null => {
    const text = required(key, 40);
    if (text === null) return null;
    const found = lookups.severities.find(({ code, nameZh, nameEn }) =>
      [code, nameZh, nameEn].includes(text),
    );
    return (
      found?.code ?? fault(key, "unknown-severity", lookups.severities.map(({ nameZh }) => nameZh).join("、"))
    );
  };
  const level = (key: string): "public" | "internal" | null => {
    const text = textOf(key) ?? "public";
    const found = LEVEL_WORDS[text];
    if (found === undefined) return fault(key, "bad-level", "公开、内部");
    return lookups.levels.includes(found) ? found : fault(key, "level-not-allowed", "公开");
  };
  const indicatorValue = (key: string, of: Indicator | null): number | null => {
    const value = number(key);
    const expected = value === null || of === null ? null : wrongValue(of, value);
    if (expected === null) return value;
    return fault(
      key,
      of!.unit === "share" ? "bad-share" : of!.unit === "growth" ? "bad-growth" : "negative",
      "",
    );
  };
  return { faults, fault, textOf, required, date, number, zone, indicator, severity, level, indicatorValue };
}
