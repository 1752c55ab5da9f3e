import type { City } from "./city.ts";
import { eachAlone, geoPoint, geoPolygons } from "./geometry.ts";
import { parksOf } from "./land-rows.ts";
import type { MetroStation } from "./metro.ts";
import type { Point } from "./plane.ts";
import type { SampleRow } from "./sample-district.ts";

/** Half the side of the square a station is entered around, metres. */
const STATION_HALF_M = 14;

const stationRing = ([x, y]: Point): Point[] => [
  [x - STATION_HALF_M, y - STATION_HALF_M],
  [x + STATION_HALF_M, y - STATION_HALF_M],
  [x + STATION_HALF_M, y + STATION_HALF_M],
  [x - STATION_HALF_M, y + STATION_HALF_M],
];

/** The facilities as rows, parks and stations among them, and the entrances of the stations. */
export function facilityRows(city: City): { facilities: SampleRow[]; entrances: SampleRow[] } {
  const { plane } = city.outline;
  const placed = city.facilities.map(
    ({ id, category, nameZh, nameEn, place, sites, areaSqm, capacity }): SampleRow => ({
      id: `facility:${id}`,
      source_id: `sample/facility/${id}`,
      category,
      name_zh: nameZh,
      name_en: nameEn,
      certainty: "exact",
      capacity,
      area_sqm: areaSqm,
      context: false,
      geom: sites.length > 0 ? geoPolygons(plane, eachAlone(sites)) : geoPoint(plane, place),
    }),
  );
  const parks = parksOf(city).map(
    ({ id, kind, nameZh, nameEn, polygons, areaSqm }): SampleRow => ({
      id: `facility:${id}`,
      source_id: `sample/facility/${id}`,
      category: kind === "park" ? "park.public" : "park.pocket",
      name_zh: nameZh,
      name_en: nameEn,
      certainty: "exact",
      area_sqm: areaSqm,
      context: false,
      geom: geoPolygons(plane, polygons),
    }),
  );
  const stations = city.stations.map(
    ({ id, nameZh, nameEn, place, context }): SampleRow => ({
      id: `facility:${id}`,
      source_id: `sample/facility/${id}`,
      category: "trn.metro",
      name_zh: `${nameZh}站`,
      name_en: `${nameEn} station`,
      certainty: "exact",
      context,
      geom: geoPolygons(plane, [[stationRing(place)]]),
    }),
  );
  return {
    facilities: [...placed, ...parks, ...stations],
    entrances: city.stations.flatMap((station) => gatesOf(station, city)),
  };
}

function gatesOf({ id, entrances }: MetroStation, { outline }: City): SampleRow[] {
  return entrances.map((entrance, at) => ({
    id: `facility:${id}/${at + 1}`,
    facility_id: `facility:${id}`,
    geom: geoPoint(outline.plane, entrance),
  }));
}
