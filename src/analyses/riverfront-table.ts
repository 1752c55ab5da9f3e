import type { TFunction } from "i18next";
import type { BankWalkShares, RiverfrontSegment } from "../../server/contract/riverfront-access.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { RiverfrontAnswer } from "../state/riverfront-state.ts";
import { roadName } from "./riverfront-barriers.tsx";

const COLUMNS = [
  "name",
  "river",
  "persona",
  "lengthM",
  "openShare",
  "continuousShare",
  "longestM",
  "accessPoints",
  "recordedAccessPoints",
  "residents",
  "buildings",
  "within5",
  "within10",
  "within15",
  "unreachable",
  "medianSeconds",
  "nearestHere",
  "barriersCrossed",
  "barriers",
] as const;
type Cell = string | number | null;
type Cells = Partial<Record<(typeof COLUMNS)[number], Cell>>;

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
  readonly title: string;
}

// 0…1 to per cent without the noise of binary fractions
const percent = (share: number | null) => (share === null ? null : Number((share * 100).toFixed(6)));

type Banked = Pick<
  RiverfrontSegment,
  "lengthM" | "openShare" | "continuousShare" | "longestM" | "near" | "barriers" | "barriersCrossed"
>;

/** Banks as a table to work on: the total, then segments, a row for each walker; numbers unrounded, unknown left empty. */
export function riverfrontTable({ result, inputs }: RiverfrontAnswer, writer: Writer): Table {
  const { t, title, language } = writer;
  const { bank, segments } = result;
  const whole = bank && { ...bank, accessPoints: bank.accessPoints };
  const rowsOf = (part: string, of: Banked, walks: readonly BankWalkShares[], more: Cells): Cell[][] =>
    walks.map((walk) => {
      const cells: Cells = {
        ...bankCells(of),
        ...walkCells(walk, writer),
        ...more,
        // the roads between are those of one walker
        ...(walk.persona === inputs.persona ? roadCells(of, writer) : {}),
      };
      return [part, ...COLUMNS.map((column) => cells[column] ?? null)];
    });
  return {
    title,
    columns: [t("riverfront.part"), ...COLUMNS.map((column) => t(`riverfront.column.${column}`))],
    rows: [
      ...(whole
        ? rowsOf(t("riverfront.whole"), whole, whole.walks, { accessPoints: whole.accessPoints })
        : []),
      ...segments.flatMap((segment) =>
        rowsOf(t("riverfront.segment"), segment, segment.walks, {
          name: nameIn(language, segment) ?? segment.id,
          river: segment.river,
          accessPoints: segment.accessPoints.length,
          recordedAccessPoints: segment.recordedAccessPoints,
          nearestHere: percent(segment.nearestHere),
        }),
      ),
    ],
  };
}

const bankCells = ({ lengthM, openShare, continuousShare, longestM, near }: Banked): Cells => ({
  lengthM,
  openShare: percent(openShare),
  continuousShare: percent(continuousShare),
  longestM,
  residents: near.residents,
  buildings: near.buildings,
});

const walkCells = (
  { persona, within, unreachable, medianSeconds }: BankWalkShares,
  { t }: Writer,
): Cells => ({
  persona: t(`persona.${persona}`),
  within5: percent(within[0]!),
  within10: percent(within[1]!),
  within15: percent(within[2]!),
  unreachable: percent(unreachable),
  medianSeconds,
});

const roadCells = ({ barriers, barriersCrossed }: Banked, { t, language }: Writer): Cells => ({
  barriersCrossed,
  barriers: barriers.map((road) => roadName(road, t, language)).join("; "),
});

/** The segments as GeoJSON (EPSG:4326): a line each with its figures, and its ways down as points. */
export function riverfrontFeatures({ result }: RiverfrontAnswer, source: string): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: result.segments.flatMap(({ shape, accessPoints, ...segment }): GeoJSON.Feature[] => [
      {
        type: "Feature",
        geometry: shape as GeoJSON.MultiLineString,
        properties: { ...segment, accessPoints: accessPoints.length, source },
      },
      ...accessPoints.map(
        (at): GeoJSON.Feature => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: [...at] },
          properties: { segment: segment.id, source },
        }),
      ),
    ]),
  };
}
