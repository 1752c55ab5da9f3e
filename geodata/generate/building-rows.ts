import type { Block } from "./blocks.ts";
import type { Building } from "./buildings.ts";
import type { City } from "./city.ts";
import { controlRows, lineIn, numberIn } from "./control.ts";
import { areaSqm, asHole, geoPolygons } from "./geometry.ts";
import { nameBuildings } from "./landmarks.ts";
import { distanceM, toPlane } from "./plane.ts";
import type { SampleRow } from "./sample-district.ts";

/** The estate of each residential block, by block number. */
export type Estates = ReadonlyMap<number, string>;

const COMPOUND = /^(slab|tower)/;

/** Which blocks are residential compounds, and the id of each. */
export function estateOf({ blocks, buildings }: City): Estates {
  const lived = new Set(buildings.filter(({ dwellings }) => dwellings > 0).map(({ block }) => block));
  const compounds = [...blocks.keys()].filter((at) => isCompound(blocks[at]!) && lived.has(at));
  return new Map(compounds.map((block, at) => [block, `estate:${String(at + 1).padStart(4, "0")}`]));
}

const isCompound = ({ landClass, archetype }: Block) => landClass === "R" && COMPOUND.test(archetype ?? "");

/** The id of the parcel a site of a block is. */
export const parcelId = (block: number, site: number) => `parcel:${block + 1}-${site + 1}`;

const DISPOSITION = { D: "demolish", C: "repair" } as const;

// Old houses near a protected place are heritage; nothing else is.
function heritageOf({ outline }: City): (building: Building) => boolean {
  const cores = controlRows("control-zone")
    .filter((row) => row.kind === "heritage-core")
    .map((row) => ({
      place: toPlane(outline.plane, lineIn(row, "line")[0]!),
      radiusM: numberIn(row, "radius_m"),
    }));
  return ({ middle, yearBuilt, archetype }) =>
    yearBuilt < 1966 &&
    archetype.id !== "annex" &&
    cores.some(({ place, radiusM }) => distanceM(place, middle) < radiusM);
}

/** The buildings as rows, in the order of their ordinals. */
export function buildingRows(city: City, estates: Estates): SampleRow[] {
  const { plane } = city.outline;
  const isHeritage = heritageOf(city);
  const named = nameBuildings(city.buildings, plane);
  return city.buildings.map((building, at): SampleRow => {
    const polygons = [[building.ring, ...building.holes.map(asHole)]];
    const footprintSqm = areaSqm(plane, polygons);
    const { residents, byAge } = city.people[at]!;
    const heritage = isHeritage(building);
    const { safetyGrade, floorsAbove } = building;
    const unsafe = safetyGrade === "C" || safetyGrade === "D" ? DISPOSITION[safetyGrade] : null;
    return {
      id: `building:${at + 1}`,
      source_id: `sample/building/${at + 1}`,
      ordinal: at,
      footprint_sqm: footprintSqm,
      floors_above: floorsAbove,
      floors_source: "measured",
      floors_downslope: building.floorsDownslope,
      height_m: building.heightM,
      gfa_above_sqm: footprintSqm * floorsAbove,
      use: named.get(at)?.use ?? building.use,
      residential_share: building.residentialShare,
      year_built: building.yearBuilt,
      structure: building.structure,
      safety_grade: safetyGrade,
      has_lift: building.hasLift,
      heritage,
      dwellings: building.dwellings,
      residents,
      residents_by_age: byAge,
      estate: estates.get(building.block) ?? null,
      parcel: parcelId(building.block, building.site),
      name_zh: named.get(at)?.nameZh ?? null,
      name_en: named.get(at)?.nameEn ?? null,
      disposition: heritage ? "repair" : unsafe,
      geom: geoPolygons(plane, polygons),
    };
  });
}
