import { createHash } from "node:crypto";
import type { LandKind } from "../contract/radius-coverage.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { parseIntArray, toFloatArrayParameter } from "../walking/int-array.ts";
import type { Area } from "./area.ts";
import { type CoverageDefinition, radiusOf } from "./coverage-definitions.ts";
import { kept } from "./kept.ts";
import { perVersion } from "./per-version.ts";
import { type RadiusWalk, type WalkGround, walkToPlaces } from "./radius-walk.ts";

const placesSql = loadSql("./radius-places.sql", import.meta.url);
const landSql = loadSql("./radius-land.sql", import.meta.url);
const coverSql = loadSql("./radius-cover.sql", import.meta.url);

/** A place that may serve a radius. */
export interface SupplyPlace {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** lon, lat, EPSG:4326, on the place. */
  readonly at: [number, number];
  /** null: not known. */
  readonly areaSqm: number | null;
  readonly shape: Buffer;
  readonly entrances: Buffer | null;
}

/** What lies within the radii of a definition in a dataset. */
export interface RadiusCover {
  /** EWKB, EPSG:4326, and the same cut small; null where no place counts. */
  readonly shape: Buffer | null;
  readonly parts: Buffer | null;
  /** Ordinals of the buildings that stand in it. */
  readonly buildings: ReadonlySet<number>;
}

/** How many m² of each kind of land a cover holds. */
export type CoveredLand = Readonly<Record<LandKind, number>>;

/** Definitions whose cover is kept. */
const KEPT_COVERS = 128;
/** Areas × definitions whose covered land is kept. */
const KEPT_LANDS = 512;

/** What is asked of one dataset in one state; each answer is made once. */
export interface RadiusFacts {
  /** The places a definition may count, whatever their size; empty where the data holds none. */
  places(definition: CoverageDefinition): Promise<readonly SupplyPlace[]>;
  cover(definition: CoverageDefinition): Promise<RadiusCover>;
  /** The land of an area (EWKB, EPSG:4326, within the district) that the definition covers. */
  land(definition: CoverageDefinition, area: Buffer): Promise<CoveredLand>;
  /** How a persona walks to the places of each of these definitions, in their order. Throws on an unknown persona. */
  walks(definitions: readonly CoverageDefinition[], persona: string): Promise<readonly RadiusWalk[]>;
}

/** Reads what radius coverage needs of a dataset, and keeps it while its data is the same. */
export function createRadiusReader(
  database: Database,
  walkGroundOf: (area: Area) => WalkGround,
): (area: Area) => Promise<RadiusFacts> {
  return perVersion(async (area) => factsOf(database, area, walkGroundOf(area)));
}

function factsOf(database: Database, area: Area, walkGround: WalkGround): RadiusFacts {
  const places = kept((definition: CoverageDefinition) => readPlaces(database, area, definition), supplyKey);
  const cover = kept(
    async (definition: CoverageDefinition) => {
      return readCover(database, area, { definition, places: await places(definition) });
    },
    coverKey,
    KEPT_COVERS,
  );
  const land = kept(
    async ({ definition, within }: { definition: CoverageDefinition; within: Buffer }) =>
      readLand(database, area, { cover: await cover(definition), within }),
    ({ definition, within }) => `${coverKey(definition)} ${sha256(within)}`,
    KEPT_LANDS,
  );
  const walks = kept(
    async ({ definitions, persona }: { definitions: readonly CoverageDefinition[]; persona: string }) => {
      const asked = [];
      for (const definition of definitions) asked.push({ definition, places: await places(definition) });
      return walkToPlaces(walkGround, { asked, persona });
    },
    ({ definitions, persona }) =>
      createHash("sha256")
        .update(JSON.stringify([persona, definitions]))
        .digest("hex"),
  );
  return {
    places,
    cover,
    land: (definition, within) => land({ definition, within }),
    walks: (definitions, persona) => walks({ definitions, persona }),
  };
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

const supplyKey = ({ supply, categories }: Pick<CoverageDefinition, "supply" | "categories">) =>
  `${supply} ${categories.join(";")}`;

// definitions that differ only in the land they are told over have one cover
function coverKey(definition: CoverageDefinition): string {
  const { measuredFrom, radii } = definition;
  return `${supplyKey(definition)} ${measuredFrom} ${JSON.stringify(radii)}`;
}

async function readPlaces(
  database: Database,
  { districtId, datasetId }: Area,
  { categories }: CoverageDefinition,
): Promise<SupplyPlace[]> {
  const { rows } = await database.query<SupplyPlace>(placesSql, [districtId, datasetId, categories]);
  return rows;
}

interface Supplied {
  readonly definition: CoverageDefinition;
  readonly places: readonly SupplyPlace[];
}

async function readCover(
  database: Database,
  { districtId, datasetId }: Area,
  { definition, places }: Supplied,
): Promise<RadiusCover> {
  const counted = places.flatMap(({ id, areaSqm }) => {
    const radiusM = radiusOf(areaSqm, definition);
    return typeof radiusM === "number" ? [{ id, radiusM }] : [];
  });
  if (counted.length === 0) return { shape: null, parts: null, buildings: new Set() };
  type Row = {
    readonly cover: Buffer;
    readonly parts: Buffer;
    readonly ordinals: string;
    readonly count: number;
  };
  const { rows } = await database.query<Row>(coverSql, [
    districtId,
    datasetId,
    definition.supply === "walkway",
    counted.map(({ id }) => id),
    toFloatArrayParameter(Float64Array.from(counted, ({ radiusM }) => radiusM)),
    definition.measuredFrom === "centre",
  ]);
  const { cover, parts, ordinals, count } = rows[0]!;
  return { shape: cover, parts, buildings: new Set(parseIntArray(ordinals, count)) };
}

async function readLand(
  database: Database,
  { districtId, datasetId }: Area,
  { cover, within }: { readonly cover: RadiusCover; readonly within: Buffer },
): Promise<CoveredLand> {
  if (cover.shape === null) return { residential: 0, construction: 0, land: 0 };
  const { shape, parts } = cover;
  const { rows } = await database.query<CoveredLand>(landSql, [districtId, datasetId, within, shape, parts]);
  return rows[0]!;
}
