import type { TFunction } from "i18next";
import type { GapPlace, GapZone } from "../../server/contract/service-gap.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { GapAnswer } from "../state/gap-state.ts";
import { placeName } from "./gap-places.tsx";

const COLUMNS = [
  "name",
  "street",
  "landmark",
  "lackingResidents",
  "residents",
  "lackingDwellings",
  "lackingBuildings",
  "share",
  "medianSeconds",
  "nearest",
  "byClimb",
  "newFacilityServed",
  "lon",
  "lat",
] as const;

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
  readonly title: string;
}

type Cell = string | number | null;

/** A gap as a table to work on: communities, subdistricts, then places; numbers unrounded, unknown left empty. */
export function gapTable({ result }: GapAnswer, writer: Writer): Table {
  const { t, title } = writer;
  return {
    title,
    columns: [t("gap.part"), ...COLUMNS.map((column) => t(`gap.column.${column}`))],
    rows: [
      ...result.zones.map((zone) => zoneRow(zone, writer)),
      ...result.places.map((place) => placeRow(place, writer)),
    ],
  };
}

const rowOf = (part: string, cells: Partial<Record<(typeof COLUMNS)[number], Cell>>): Cell[] => [
  part,
  ...COLUMNS.map((column) => cells[column] ?? null),
];

// 0…1 to per cent without the noise of binary fractions
const percent = (share: number | null) => (share === null ? null : Number((share * 100).toFixed(6)));

function zoneRow(zone: GapZone, { t, language }: Writer): Cell[] {
  return rowOf(t(`zoneKind.${zone.kind}`), {
    name: zone.id === null ? t(`gap.outside.${zone.kind}`) : nameIn(language, zone),
    lackingResidents: zone.lacking.residents,
    residents: zone.all.residents,
    lackingDwellings: zone.lacking.dwellings,
    lackingBuildings: zone.lacking.buildings,
    share: percent(zone.lackingShare),
  });
}

function placeRow(place: GapPlace, { t, language }: Writer): Cell[] {
  const { lacking, street, landmark, nearest, at } = place;
  return rowOf(t("gap.places"), {
    name: placeName(place, t, language),
    street: street && nameIn(language, street),
    landmark: landmark && nameIn(language, landmark),
    lackingResidents: lacking.residents,
    lackingDwellings: lacking.dwellings,
    lackingBuildings: lacking.buildings,
    medianSeconds: place.medianSeconds,
    nearest: nearest && nameIn(language, nearest),
    byClimb: place.byClimb?.residents ?? null,
    newFacilityServed: place.newFacility?.served.residents ?? null,
    lon: at[0]!,
    lat: at[1]!,
  });
}

/** The places as GeoJSON (EPSG:4326): a hull each, else a point, with their figures; names in both languages. */
export function gapFeatures({ result }: GapAnswer, source: string): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: result.places.map(({ shape, at, byAge, missing, lacking, ...place }, index) => ({
      type: "Feature",
      geometry: (shape as GeoJSON.MultiPolygon | null) ?? { type: "Point", coordinates: at },
      properties: {
        rank: index + 1,
        lackingResidents: lacking.residents,
        lackingDwellings: lacking.dwellings,
        lackingBuildings: lacking.buildings,
        ...place,
        byAge,
        missing,
        source,
      },
    })),
  };
}
