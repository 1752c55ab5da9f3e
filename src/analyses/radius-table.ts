import type { TFunction } from "i18next";
import type { RadiusFigure, RadiusPlace } from "../../server/contract/radius-coverage.ts";
import type { GapZone } from "../../server/contract/service-gap.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import type { NumberText } from "../locale/number-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { ParkAnswer, StatutoryRadiusAnswer } from "../state/radius-state.ts";
import { radiiText, titleOf } from "./radius-text.ts";

type Answer = ParkAnswer | StatutoryRadiusAnswer;
type Cell = string | number | null;

const COLUMNS = [
  "name",
  "radius",
  "basis",
  "placesCounted",
  "share",
  "residentialShare",
  "constructionShare",
  "landShare",
  "coveredSqm",
  "landSqm",
  "circleShare",
  "walkedShare",
  "inTimeShare",
  "circleOnlyShare",
  "circleOnlyResidents",
  "residents",
  "fartherResidents",
  "areaSqm",
  "lon",
  "lat",
] as const;

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
  readonly numbers: NumberText;
  readonly title: string;
}

/** Coverage by radius as a table to work on: definitions, then zones, then places; unrounded, unknown left empty. */
export function radiusTable({ result }: Answer, writer: Writer): Table {
  const { t, title } = writer;
  return {
    title,
    columns: [t("gap.part"), ...COLUMNS.map((column) => columnText(column, result.rankedBy, t))],
    rows: [
      ...result.figures.map((figure) => figureRow(figure, writer)),
      ...(result.picked?.zones ?? []).map((zone) => zoneRow(zone, writer)),
      ...(result.picked?.places ?? []).map((place) => placeRow(place, writer)),
    ],
  };
}

// where residents are not known, whom it covers are buildings
const BY_BUILDINGS = ["circleShare", "walkedShare", "inTimeShare", "circleOnlyShare"] as const;

function columnText(
  column: (typeof COLUMNS)[number],
  by: Answer["result"]["rankedBy"],
  t: TFunction,
): string {
  const ofBuildings = by === "buildings" ? BY_BUILDINGS.find((each) => each === column) : undefined;
  return t(ofBuildings ? `radius.tableByBuildings.${ofBuildings}` : `radius.table.${column}`);
}

const rowOf = (part: string, cells: Partial<Record<(typeof COLUMNS)[number], Cell>>): Cell[] => [
  part,
  ...COLUMNS.map((column) => cells[column] ?? null),
];

// 0…1 to per cent without the noise of binary fractions
const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? null : Number((share * 100).toFixed(6));

function figureRow(figure: RadiusFigure, { t, language, numbers }: Writer): Cell[] {
  const { land, ownLand, circle, walked, inTime, circleOnly } = figure;
  return rowOf(t("radius.definition"), {
    name: titleOf(figure, language),
    radius: radiiText(figure.radii, t, numbers),
    basis: [
      language === "en" ? figure.sourceEn : figure.source,
      figure.edition,
      figure.clause,
      t(`sheet.${figure.status}`),
    ]
      .filter((part) => part !== null)
      .join(" · "),
    placesCounted: figure.held === "held" ? figure.places.counted : null,
    share: percent(figure.share),
    residentialShare: percent(land.residential?.share),
    constructionShare: percent(land.construction?.share),
    landShare: percent(land.land?.share),
    coveredSqm: land[ownLand]?.coveredSqm ?? null,
    landSqm: land[ownLand]?.landSqm ?? null,
    circleShare: percent(circle?.share),
    walkedShare: percent(walked?.share),
    inTimeShare: percent(inTime?.share),
    circleOnlyShare: percent(circleOnly?.share),
    circleOnlyResidents: circleOnly?.count.residents ?? null,
  });
}

function zoneRow(zone: GapZone, { t, language }: Writer): Cell[] {
  return rowOf(t(`zoneKind.${zone.kind}`), {
    name: zone.id === null ? t(`gap.outside.${zone.kind}`) : nameIn(language, zone),
    residents: zone.all.residents,
    fartherResidents: zone.lacking.residents,
  });
}

function placeRow({ at, areaSqm, radiusM, ...names }: RadiusPlace, { t, language, numbers }: Writer): Cell[] {
  return rowOf(t("radius.place"), {
    name: nameIn(language, names),
    radius: radiusM === null ? t("radius.notCounted") : numbers.length(radiusM),
    areaSqm,
    lon: at[0]!,
    lat: at[1]!,
  });
}

/** The cover and the places of the definition looked at as GeoJSON (EPSG:4326), with its figures. */
export function radiusFeatures({ result }: Answer, source: string): GeoJSON.FeatureCollection {
  const { picked, figures } = result;
  const figure = figures.find(({ definition }) => definition === picked?.definition);
  const cover: GeoJSON.Feature[] = picked?.cover
    ? [
        {
          type: "Feature",
          geometry: picked.cover as GeoJSON.MultiPolygon,
          properties: { role: "cover", ...(figure && figureProperties(figure)), source },
        },
      ]
    : [];
  const places = (picked?.places ?? []).map(
    ({ at, ...place }): GeoJSON.Feature => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: at },
      properties: { role: "place", ...place, source },
    }),
  );
  return { type: "FeatureCollection", features: [...cover, ...places] };
}

// where the definition comes from, beside where the data does
const figureProperties = ({ source: basis, sourceEn: basisEn, ...figure }: RadiusFigure) => ({
  ...figure,
  basis,
  basisEn,
});
