import { readAskedArea } from "../analysis/area-shape.ts";
import {
  EnteredProject,
  MAX_AMOUNT_YUAN,
  type ProjectColumn,
  type ProjectFault,
  type ProjectPlace,
} from "../contract/entered-projects.ts";
import { AppError } from "../errors.ts";
import { dayOfSerial, isCellError, LEVEL_WORDS, textOfCell, YUAN_IN } from "../tables/cells.ts";
import { categoriesByEdition, codeOf, type KnownWords, namesOf } from "./known-words.ts";
import { type FileRow, headingOf } from "./project-file.ts";
import { readWkt } from "./read-wkt.ts";

/** A row as a project, or what is wrong with its cells. */
export interface ReadProject {
  readonly line: number;
  readonly name: string;
  readonly code: string | null;
  readonly project: EnteredProject | null;
  readonly faults: readonly ProjectFault[];
}

const PARTS = /[;；、\n]+/;
const ZONE_KINDS = ["subdistrict", "community", "estate", "renewal-district", "core", "wing", "belt", "area"];

/** Reads the cells of a row one by one and keeps what is wrong with each. */
function cellsOf({ line, cells }: FileRow) {
  const faults: ProjectFault[] = [];
  const shown = (column: ProjectColumn) => textOfCell(cells[column]);
  const fault = (column: ProjectColumn, code: ProjectFault["code"], expected = "", value = shown(column)) => {
    faults.push({ line, column: headingOf(column), value: value.slice(0, 100), code, expected });
    return null;
  };
  const text = (column: ProjectColumn, max: number) => {
    const value = shown(column);
    if (value === "") return null;
    if (isCellError(value)) return fault(column, "cell-error");
    return value.length > max ? fault(column, "too-long", String(max)) : value;
  };
  return { cells, faults, fault, text, shown };
}
type Cells = ReturnType<typeof cellsOf>;

/** A row of a file as a project; its place is held against the district later, all at once. */
export function readProjectRow(row: FileRow, known: KnownWords, source: string): ReadProject {
  const read = cellsOf(row);
  const { text, fault, faults, shown } = read;
  const nameZh = text("nameZh", 200) ?? (shown("nameZh") === "" ? fault("nameZh", "empty") : null);
  const stage = stageOf(read, known);
  const years = yearsOf(read);
  const project = {
    ...{ nameZh, code: text("code", 64), nameEn: text("nameEn", 200) },
    ...{ categories: categoriesOf(read, known), ...stage, ...years },
    renewalDistrict: zoneOf(read, known, "renewalDistrict", ["renewal-district"]),
    ...{ summaryZh: text("summaryZh", 2000), summaryEn: null, amounts: amountsOf(read, known) },
    place: placeOf(read, known),
    responsibility: {
      unit: text("unit", 200),
      implementer: text("implementer", 200),
      leader: text("leader", 100),
    },
    ...{ source, level: levelOf(read) },
  };
  const told = { line: row.line, name: shown("nameZh"), code: shown("code") || null, faults };
  return faults.length > 0 ? { ...told, project: null } : { ...told, project: EnteredProject.parse(project) };
}

function categoriesOf({ shown, fault }: Cells, known: KnownWords): string[] {
  const words = shown("categories")
    .split(PARTS)
    .flatMap((word) => word.trim() || []);
  if (words.length === 0) fault("categories", "empty", categoriesByEdition(known));
  return [
    ...new Set(
      words.flatMap((word) => {
        const code = codeOf(known, "category", word);
        return code ?? fault("categories", "unknown-category", categoriesByEdition(known), word) ?? [];
      }),
    ),
  ];
}

function stageOf({ shown, fault, text }: Cells, known: KnownWords) {
  const word = shown("stage");
  const code = word === "" ? null : codeOf(known, "stage", word);
  const names = known.line.map((each) => known.terms.find((term) => term.code === each)?.nameZh ?? each);
  if (word !== "" && (code === null || !known.line.includes(code)))
    fault("stage", "unknown-stage", names.join("、"));
  const stageReason = text("stageReason", 1000);
  if (code !== null && code !== known.line[0] && (stageReason?.length ?? 0) < 4)
    fault("stageReason", "no-stage-basis");
  return { stage: code, stageReason };
}

function yearOf({ cells, fault }: Cells, column: "yearStart" | "yearEnd"): number | null {
  const cell = cells[column];
  if (cell === undefined) return null;
  // a date, or its serial number, is no year; which was meant is told
  if (cell instanceof Date) return fault(column, "bad-year", String(cell.getUTCFullYear()));
  const year = typeof cell === "number" ? cell : Number(/^(\d+)\s*年?$/.exec(cell)?.[1] ?? Number.NaN);
  if (Number.isInteger(year) && year >= 1900 && year <= 2200) return year;
  const meant =
    Number.isInteger(year) && year > 20_000 && year < 80_000
      ? String(dayOfSerial(year).getUTCFullYear())
      : "2026";
  return fault(column, "bad-year", meant);
}

function yearsOf(read: Cells) {
  const [yearStart, yearEnd] = [yearOf(read, "yearStart"), yearOf(read, "yearEnd")];
  if (yearStart !== null && yearEnd !== null && yearStart > yearEnd)
    read.fault("yearEnd", "year-order", `≥ ${yearStart}`);
  return { yearStart, yearEnd };
}

// 区财政 1200万元；社会资本 1.5亿元: every amount with its unit, so that none is mistaken for the other
function amountsOf({ shown, fault }: Cells, known: KnownWords): EnteredProject["amounts"] {
  const parts = shown("amounts")
    .split(/[;；\n]+/)
    .flatMap((part) => part.trim() || []);
  const amounts = parts.flatMap((part) => {
    const match = /^(.+?)[\s:：]*(?:([\d,，.]+)\s*(亿元|亿|万元|万|元)?)?$/.exec(part);
    const [, word = "", digits, unit] = match ?? [];
    const source = codeOf(known, "funding-source", word.trim());
    if (source === null)
      return fault("amounts", "unknown-source", namesOf(known, "funding-source").join("、"), part) ?? [];
    if (digits === undefined) return { source, amountYuan: null };
    const number = Number(digits.replace(/[,，]/g, ""));
    if (!Number.isFinite(number)) return fault("amounts", "bad-amount", "区财政 1200万元", part) ?? [];
    if (unit === undefined) return fault("amounts", "no-unit", `${word.trim()} ${digits}万元`, part) ?? [];
    const amountYuan = Math.round(number * YUAN_IN[unit]!);
    return amountYuan > MAX_AMOUNT_YUAN
      ? (fault("amounts", "too-large", "1000亿元", part) ?? [])
      : { source, amountYuan };
  });
  const twice = amounts.find(({ source }, at) => amounts.findIndex((each) => each.source === source) !== at);
  if (twice) fault("amounts", "bad-amount", twice.source);
  return amounts;
}

function zoneOf(
  { shown, fault }: Cells,
  { zones }: KnownWords,
  column: "zone" | "renewalDistrict",
  kinds: readonly string[],
): string | null {
  const word = shown(column);
  if (word === "") return null;
  const plain = (name: string | null) => (name ?? "").replace(/[（(]示意[）)]$/, "");
  const found = zones.filter(
    ({ id, kind, nameZh }) => kinds.includes(kind) && (id === word || plain(nameZh) === plain(word)),
  );
  if (found.length > 1) return fault(column, "ambiguous-zone", found.map(({ id }) => id).join("、"));
  return found[0]?.id ?? fault(column, "unknown-zone");
}

function placeOf(read: Cells, known: KnownWords): ProjectPlace | null {
  const { shown, fault, cells } = read;
  if (shown("area") !== "") return areaOf(read);
  const [lon, lat] = [shown("lon"), shown("lat")];
  if (lon === "" && lat === "") {
    if (cells.zone === undefined) return fault("zone", "no-place");
    const zone = zoneOf(read, known, "zone", ZONE_KINDS);
    return zone === null ? null : { zone };
  }
  if (lon === "" || lat === "") return fault(lon === "" ? "lon" : "lat", "half-place");
  const [east, north] = [Number(lon), Number(lat)];
  if (!(Math.abs(east) <= 180)) return fault("lon", "bad-degrees", "-180…180");
  if (!(Math.abs(north) <= 90)) return fault("lat", "bad-degrees", "-90…90");
  return { type: "Point", coordinates: [east, north] };
}

function areaOf({ shown, fault }: Cells): ProjectPlace | null {
  try {
    const area = readAskedArea(readWkt(shown("area")));
    return "type" in area ? (area as ProjectPlace) : fault("area", "bad-area");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return fault("area", "bad-area", error.message);
  }
}

function levelOf({ shown, fault }: Cells): EnteredProject["level"] {
  const word = shown("level");
  return (
    (word === "" ? "public" : LEVEL_WORDS[word]) ?? fault("level", "bad-level", "公开、内部") ?? "internal"
  );
}
