import type { TFunction } from "i18next";
import type { IsochroneResult } from "../../server/contract/isochrone.ts";
import type { Table } from "../formats/table.ts";
import type { WalkAnswer } from "../state/walk-state.ts";

type Features = IsochroneResult["features"];

/** The facilities of a kind within each of the times. */
export interface FacilitiesOfKind {
  readonly category: string;
  readonly counts: readonly number[];
}

/** By kind, in the order the kinds are given in; those that none of the areas holds are left out. */
export function facilitiesByKind(features: Features, kinds: readonly string[]): FacilitiesOfKind[] {
  const counted = features.map(
    ({ properties }) => new Map(properties.facilities.map(({ category, count }) => [category, count])),
  );
  return kinds
    .map((category) => ({ category, counts: counted.map((counts) => counts.get(category) ?? 0) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
}

/** How many facilities there are in all. */
export const facilitiesIn = ({ properties }: Features[number]): number =>
  properties.facilities.reduce((sum, { count }) => sum + count, 0);

interface Writer {
  readonly t: TFunction;
  readonly title: string;
  readonly nameOf: (category: string) => string;
}

/** Areas as a table, a row each, then the facilities by kind, numbers unrounded; unknown left empty. */
export function isochroneTable(features: Features, { t, title, nameOf }: Writer): Table {
  const columns = ["minutes", "part", "count", "areaSqm", "residents", "buildings", "plusMinus"] as const;
  const areas = features.map((feature) => {
    const { minutes, areaSqm, residents, buildings, plusMinusMinutes } = feature.properties;
    const all = t("isochrone.allFacilities");
    return [minutes, all, facilitiesIn(feature), areaSqm, residents, buildings, plusMinusMinutes];
  });
  const kinds = features.flatMap(({ properties: { minutes, facilities } }) =>
    facilities.map(({ category, count }) => [minutes, nameOf(category), count, null, null, null, null]),
  );
  return {
    title,
    columns: columns.map((column) => t(`isochrone.column.${column}`)),
    rows: [...areas, ...kinds],
  };
}

/** The areas as GeoJSON polygons, EPSG:4326, largest first so that the smaller ones lie on top, each with where the walk begins. */
export function isochroneFeatures(
  { result: { features }, inputs }: WalkAnswer,
  source: string,
): GeoJSON.FeatureCollection {
  const { origin } = inputs;
  return {
    type: "FeatureCollection",
    features: features.toReversed().map((feature) => ({
      type: "Feature",
      geometry: feature.geometry as GeoJSON.MultiPolygon,
      properties: { ...feature.properties, facilities: facilitiesIn(feature), origin, source },
    })),
  };
}
