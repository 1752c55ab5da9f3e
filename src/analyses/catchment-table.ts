import type { TFunction } from "i18next";
import type { ZoneFeature } from "../../server/contract/catalogue.ts";
import type { CatchmentFacility, CatchmentZone } from "../../server/contract/two-step-catchment.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { CatchmentAnswer } from "../state/catchment-state.ts";

const COLUMNS = [
  ...["name", "demand", "perThousand", "noneDemand", "noneShare", "unknown"],
  ...["supply", "demandOfArea", "beyond", "lon", "lat"],
] as const;

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
  readonly title: string;
}

type Cell = string | number | null;

const rowOf = (part: string, cells: Readonly<Record<string, Cell>>): Cell[] => [
  part,
  ...COLUMNS.map((column) => cells[column] ?? null),
];

// 0…1 to per cent without the noise of binary fractions
const percent = (share: number | null) => (share === null ? null : Number((share * 100).toFixed(6)));

/** A catchment as a table to work on: communities, subdistricts, then facilities; numbers unrounded, unknown left empty. */
export function catchmentTable({ result }: CatchmentAnswer, writer: Writer): Table {
  const { t, title } = writer;
  return {
    title,
    columns: [t("catchment.part"), ...COLUMNS.map((column) => t(`catchment.column.${column}`))],
    rows: [
      ...result.zones.map((zone) => zoneRow(zone, writer)),
      ...result.facilities.map((facility) => facilityRow(facility, writer)),
    ],
  };
}

function zoneRow({ kind, id, demand, perThousand, none, unknown, ...names }: CatchmentZone, writer: Writer) {
  const { t, language } = writer;
  return rowOf(t(`zoneKind.${kind}`), {
    name: id === null ? t(`catchment.outside.${kind}`) : nameIn(language, names),
    ...{ demand, perThousand, unknown },
    noneDemand: none?.demand ?? null,
    noneShare: percent(none?.share ?? null),
  });
}

function facilityRow(facility: CatchmentFacility, { t, language }: Writer) {
  const { at, demand, perThousand, supply, demandOfArea, beyond } = facility;
  return rowOf(t("catchment.facilityName"), {
    name: nameIn(language, facility) ?? t("catchment.facilityUnnamed"),
    ...{ demand, perThousand, supply, demandOfArea },
    beyond: t(beyond ? "catchment.yes" : "catchment.no"),
    lon: at[0]!,
    lat: at[1]!,
  });
}

/** The zones and the facilities as GeoJSON (EPSG:4326) with their figures; names in both languages. */
export function catchmentFeatures(
  { result }: CatchmentAnswer,
  { zones, source }: { readonly zones: readonly ZoneFeature[]; readonly source: string },
): GeoJSON.FeatureCollection {
  const shapes = new Map(zones.map(({ id, geometry }) => [id, geometry as GeoJSON.Geometry]));
  return {
    type: "FeatureCollection",
    features: [
      ...result.zones.flatMap(({ id, none, ...zone }): GeoJSON.Feature[] => {
        const geometry = id === null ? undefined : shapes.get(id);
        if (!geometry) return [];
        const shares = { noneDemand: none?.demand ?? null, noneShare: none?.share ?? null };
        return [{ type: "Feature", geometry, properties: { id, ...zone, ...shares, source } }];
      }),
      ...result.facilities.map(
        ({ at, ...facility }): GeoJSON.Feature => ({
          type: "Feature",
          geometry: { type: "Point", coordinates: at },
          properties: { kind: "facility", ...facility, source },
        }),
      ),
    ],
  };
}
