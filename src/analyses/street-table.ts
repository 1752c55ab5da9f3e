import type { TFunction } from "i18next";
import type { StreetEnd } from "../../server/contract/road-network.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type {
  NetworkQualityAnswer,
  RoadNetworkAnswer,
  StreetAnswer,
  WalkwayAnswer,
} from "../state/street-state.ts";

/** An answer about streets, of whichever analysis. */
export type ShownStreets =
  | StreetAnswer
  | { readonly asked: "network-quality"; readonly answer: NetworkQualityAnswer };

const COLUMNS = [
  ...(["name", "kind", "value", "unit", "lengthM", "gapM", "wayM", "riseM"] as const),
  ...(["straightM", "walkM", "ratio", "sourceId", "lon", "lat"] as const),
] as const;

type Cell = string | number | null;
type Cells = Partial<Record<(typeof COLUMNS)[number], Cell>>;

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
  /** What a kind is called: a category of facilities, else a class of streets. */
  readonly kindName: (kind: string) => string;
  readonly title: string;
}

/** An answer as a table to work on; numbers unrounded, unknown left empty. */
export function streetTable(shown: ShownStreets, writer: Writer): Table {
  const { t, title } = writer;
  const columns = [t("street.column.part"), ...COLUMNS.map((column) => t(`street.column.${column}`))];
  return { title, columns, rows: rowsOf(shown, writer) };
}

function rowsOf(shown: ShownStreets, writer: Writer): Cell[][] {
  switch (shown.asked) {
    case "road-network":
      return roadRows(shown.answer, writer);
    case "walkway-connectivity":
      return walkRows(shown.answer, writer);
    case "network-quality":
      return qualityRows(shown.answer, writer);
  }
}

const row = (part: string, cells: Cells): Cell[] => [part, ...COLUMNS.map((column) => cells[column] ?? null)];
const lonLat = ([lon, lat]: readonly number[]): Cells => ({ lon: lon!, lat: lat! });
// 0…1 to per cent without the noise of binary fractions
const percent = (share: number | null) => (share === null ? null : Number((share * 100).toFixed(6)));

function endRow(part: string, end: StreetEnd, { language, kindName }: Writer): Cell[] {
  const { at, sourceId, kind, lengthM, across } = end;
  return row(part, {
    name: nameIn(language, end),
    kind: kindName(kind),
    sourceId,
    lengthM,
    gapM: across?.gapM ?? null,
    wayM: across?.wayM ?? null,
    riseM: across?.riseM ?? null,
    ...lonLat(at),
  });
}

function roadRows({ result }: RoadNetworkAnswer, writer: Writer): Cell[][] {
  const { t } = writer;
  const ranks = t("street.road.ranks");
  const { densityKmPerSqkm, blocks } = result;
  return [
    row(t("street.road.density"), { value: densityKmPerSqkm, unit: "km/km²" }),
    ...result.classes.map(({ rank, centrelineM, densityKmPerSqkm: value }) =>
      row(ranks, { name: t(`street.rank.${rank}`), value, unit: "km/km²", lengthM: centrelineM }),
    ),
    row(t("street.road.blocks"), { name: t("street.road.medianSide"), value: blocks.medianSideM, unit: "m" }),
    ...result.blockShapes.map(({ areaSqm, sideM, at }) =>
      row(t("street.road.blocks"), { value: areaSqm, unit: "m²", lengthM: sideM, ...lonLat(at) }),
    ),
    ...result.candidates.map((end) => endRow(t("street.road.candidates"), end, writer)),
    ...result.ends.map((end) => endRow(t("street.road.ends"), end, writer)),
  ];
}

function walkRows({ result }: WalkwayAnswer, writer: Writer): Cell[][] {
  const { t, language } = writer;
  const { stepFree, climb, detour } = result;
  const figure = (name: string, value: Cell, unit: string) =>
    row(t("street.walk.figures"), { name: t(`street.walk.${name}`), value, unit });
  return [
    figure("detour", detour.median, "1"),
    figure("length", result.lengthM, "m"),
    figure("density", result.densityKmPerSqkm, "km/km²"),
    figure("stepFree", percent(stepFree.lengthShare), "%"),
    figure("wheelchair", percent(stepFree.wheelchairLengthShare), "%"),
    figure("residents", percent(stepFree.residentsShare), "%"),
    figure("buildings", percent(stepFree.buildingsShare), "%"),
    figure("climb", climb.perKmM, "m/km"),
    figure("deadEnds", result.deadEnds, "1"),
    ...result.walkways.flatMap((walkway) => {
      const { profile } = walkway;
      const named = { name: nameIn(language, walkway), lengthM: profile.lengthM, riseM: profile.riseM };
      const minutes = profile.walks.flatMap(({ persona, forwardS, backwardS }) =>
        (["up", "down"] as const).map((way) => ({
          kind: `${t(`persona.${persona}`)} ${t(`find.profile.${way}`)}`,
          value: way === "up" ? forwardS : backwardS,
        })),
      );
      return minutes.map((each) => row(t("street.walk.walkways"), { ...named, ...each, unit: "s" }));
    }),
    ...detour.worst.map(({ from, straightM, walkM, ratio }) =>
      row(t("street.walk.worst"), { straightM, walkM, ratio, ...lonLat(from) }),
    ),
    ...result.candidates.map((end) => endRow(t("street.road.candidates"), end, writer)),
    ...result.ends.map((end) => endRow(t("street.walk.ends"), end, writer)),
  ];
}

function qualityRows({ result }: NetworkQualityAnswer, { t, language, kindName }: Writer): Cell[][] {
  const { edges, lengthM, parts, slopes, findings } = result;
  const network = [
    row(t("street.quality.row.edges"), { value: edges, unit: "1", lengthM }),
    row(t("street.quality.row.parts"), { value: parts.count, unit: "1" }),
    row(t("street.quality.row.largest"), { value: percent(parts.largestLengthShare), unit: "%" }),
    row(t("street.quality.row.overFlat"), { ratio: slopes.overFlat, lengthM: slopes.lengthM }),
    row(t("street.quality.row.slowerOverFaster"), {
      ratio: slopes.slowerOverFaster,
      lengthM: slopes.lengthM,
    }),
  ];
  const found = findings.flatMap(({ code, places, unit, count }) => [
    row(t(`street.field.${code}`), { value: count, unit: "1" }),
    ...places.map((place) =>
      row(t(`street.field.${code}`), {
        name: nameIn(language, place) ?? place.id,
        kind: place.kind && kindName(place.kind),
        sourceId: place.sourceId,
        value: place.value,
        unit,
        ...lonLat(place.at),
      }),
    ),
  ]);
  return [...network, ...found];
}

const point = (at: readonly number[], properties: object): GeoJSON.Feature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [...at] },
  properties: { ...properties },
});

/** The places of an answer as GeoJSON (EPSG:4326), each with what part it is of. */
export function streetFeatures(shown: ShownStreets, source: string): GeoJSON.FeatureCollection {
  const features = featuresOf(shown).map((feature) => ({
    ...feature,
    properties: { ...feature.properties, source },
  }));
  return { type: "FeatureCollection", features };
}

function featuresOf(shown: ShownStreets): GeoJSON.Feature[] {
  const ends = (part: string, some: readonly StreetEnd[]) =>
    some.map(({ at, across, ...end }) => {
      const { gapM = null, wayM = null, riseM = null, at: acrossAt = null } = across ?? {};
      return point(at, { part, ...end, gapM, wayM, riseM, acrossAt });
    });
  switch (shown.asked) {
    case "road-network": {
      const { blockShapes, candidates, ends: others } = shown.answer.result;
      const blocks = blockShapes.map(({ shape, at: _at, ...block }) => ({
        type: "Feature" as const,
        geometry: shape as GeoJSON.MultiPolygon,
        properties: { part: "block", ...block },
      }));
      return [...blocks, ...ends("dead-end-candidate", candidates), ...ends("dead-end", others)];
    }
    case "walkway-connectivity": {
      const { detour, candidates, ends: others } = shown.answer.result;
      const worst = detour.worst.map(({ from, to, ...each }) => ({
        type: "Feature" as const,
        geometry: { type: "LineString" as const, coordinates: [from, to] },
        properties: { part: "detour", ...each },
      }));
      return [...worst, ...ends("dead-end-candidate", candidates), ...ends("dead-end", others)];
    }
    case "network-quality":
      return shown.answer.result.findings.flatMap(({ code, unit, places }) =>
        places.map(({ at, ...place }) => point(at, { finding: code, unit, ...place })),
      );
  }
}
