import { readLineProfile } from "../catalogue/line-profile.ts";
import type { DataQuality, Method } from "../contract/analysis.ts";
import type { LineProfile } from "../contract/line-profile.ts";
import type { Database } from "../database/database.ts";
import type { BankAnswer, BankQuestion } from "../walking/bank-kernel.ts";
import type { CatchmentQuestion, CatchmentsAnswer } from "../walking/catchment-kernel.ts";
import type { CountedIsochrone } from "../walking/counted-isochrone.ts";
import type { GapAnswer, GapQuestion } from "../walking/gap-kernel.ts";
import type { IsochroneQuestion } from "../walking/isochrone-kernel.ts";
import type { StreetsAnswer, StreetsQuestion } from "../walking/street-kernel.ts";
import type { RouteAnswer, RouteQuestion } from "../walking/walk-route.ts";
import type { Area } from "./area.ts";
import { type Grounds, groundsOf, readGrounds } from "./building-grounds.ts";
import { type BuildingsInside, findBuildingsInside } from "./buildings-inside.ts";
import { type CatchmentGround, readCatchmentGround } from "./catchment-ground.ts";
import { type CoverageDefinition, type RadiusAnalysis, readDefinitions } from "./coverage-definitions.ts";
import { type DatasetFacts, readDatasetFacts } from "./dataset-facts.ts";
import { createIsochroneReader, type IsochroneReader } from "./isochrone-cache.ts";
import { kept } from "./kept.ts";
import { type Land, measureLand } from "./land.ts";
import { type ParcelsBuilt, readParcelsBuilt } from "./parcels.ts";
import { perVersion } from "./per-version.ts";
import { readPersonaStatus } from "./persona-status.ts";
import { createRadiusReader, type RadiusFacts } from "./radius-reader.ts";
import { createReachReader, type KeptReach } from "./reach-cache.ts";
import { type Face, readAllFaces } from "./road-blocks.ts";
import { DRIVEN_CLASSES, STREET_CLASSES } from "./road-classes.ts";
import { readStreetEdges } from "./street-ends.ts";
import { createVariantReach, type VariantQuestion, type VariantReach } from "./variant-reach.ts";
import { type ConditionFacts, readConditionFacts } from "./walk-conditions.ts";
import { readWalkingFacts, type WalkingFacts } from "./walking-facts.ts";

/** One area being answered about: what analyses share is read once, when first asked for. */
export interface Reading {
  readonly database: Database;
  readonly area: Area;
  readonly buildings: () => Promise<BuildingsInside>;
  /** Where they stand, in their order. */
  readonly grounds: () => Promise<Grounds>;
  readonly land: () => Promise<Land>;
  readonly facts: () => Promise<DatasetFacts>;
  /** What is built on the parcels of the dataset. */
  readonly parcels: () => Promise<ParcelsBuilt>;
  readonly walking: () => Promise<WalkingFacts>;
  /** What streets enclose in the dataset, the largest first. */
  readonly faces: () => Promise<readonly Face[]>;
  /** The edges of the walking network that may be driven; ordinals. */
  readonly drivenEdges: () => Promise<Int32Array>;
  /** How steep a named walkway is; throws not-found. */
  readonly walkwayProfile: (id: string) => Promise<LineProfile>;
  /** The stored reach of a persona, computed from what the record says now; throws busy where there is none yet. */
  readonly reach: (persona: string, sha256: string | null) => Promise<KeptReach>;
  /** Reach to a few categories under conditions that are not stored. */
  readonly variantReach: (question: VariantQuestion) => Promise<KeptReach["categories"]>;
  /** What lies within radii of the dataset's places, and how one walks to them. */
  readonly radius: () => Promise<RadiusFacts>;
  /** The definitions of radius coverage that an analysis offers. */
  readonly definitions: (analysis: RadiusAnalysis) => Promise<readonly CoverageDefinition[]>;
  /** null where the origin cannot be joined to the network. */
  readonly isochrone: (question: IsochroneQuestion) => Promise<CountedIsochrone | null>;
  /** The quickest walk between two places. */
  readonly route: (question: RouteQuestion) => Promise<RouteAnswer>;
  /** "verified" where the speeds of the persona were checked against their source. */
  readonly personaStatus: (persona: string) => Promise<string>;
  /** What of the network has hours or a fare. */
  readonly conditions: () => Promise<ConditionFacts>;
  /** What the walking network says of buildings that lack something. */
  readonly gap: (question: GapQuestion) => Promise<GapAnswer>;
  /** What is asked of streets as such: ends, ways between places, parts. */
  readonly streets: <Question extends StreetsQuestion>(
    question: Question,
  ) => Promise<StreetsAnswer<Question>>;
  /** Everybody of the district who may compete for facilities. */
  readonly catchmentGround: () => Promise<CatchmentGround>;
  readonly catchments: (question: CatchmentQuestion) => Promise<CatchmentsAnswer>;
  /** What the walking network says of river banks. */
  readonly bank: (question: BankQuestion) => Promise<BankAnswer>;
}

/** A part of an answer: the envelope is the route's. */
export interface Answered<Result> {
  readonly result: Result;
  readonly method: readonly Method[];
  readonly dataQuality: readonly DataQuality[];
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

/** Makes readings of areas over one database; to be closed, because it may hold walking networks in threads. */
export interface Reader {
  readonly of: (area: Area) => Reading;
  readonly path: IsochroneReader["path"];
  readonly variantReach: VariantReach["read"];
  readonly close: () => Promise<void>;
}

/** Makes the reader of a database. */
export function createReader(database: Database): Reader {
  const factsOf = perVersion((area) => readDatasetFacts(database, area));
  const parcelsOf = perVersion(async (area) => readParcelsBuilt(database, area, await factsOf(area)));
  const walkingOf = perVersion((area) => readWalkingFacts(database, area));
  const facesOf = perVersion((area) => readAllFaces(database, area, STREET_CLASSES));
  const drivenEdgesOf = perVersion((area) => readStreetEdges(database, area, DRIVEN_CLASSES));
  const profilesOf = perVersion(async (area) =>
    kept(
      (id: string) => readLineProfile(database, area, { layer: "walkway", id }),
      (id) => id,
    ),
  );
  // an edited persona is a new version of every district
  const personasOf = perVersion(() => readPersonaStatus(database));
  const conditionsOf = perVersion((area) => readConditionFacts(database, area));
  const reachOf = createReachReader(database);
  const variants = createVariantReach(database);
  const allGrounds = perVersion((area) => readGrounds(database, area));
  const groundOf = perVersion(async (area) => readCatchmentGround(database, area, await allGrounds(area)));
  const isochrones = createIsochroneReader(database);
  const radiusOf = createRadiusReader(database, (area) => ({
    grounds: () => allGrounds(area),
    placeSets: (question) => isochrones.placeSets(area, question),
  }));
  const of = (area: Area): Reading => {
    const buildings = once(() => findBuildingsInside(database, area));
    return {
      database,
      area,
      buildings,
      grounds: once(async () => groundsOf(await allGrounds(area), (await buildings()).ordinals)),
      land: once(() => measureLand(database, area)),
      facts: () => factsOf(area),
      parcels: () => parcelsOf(area),
      walking: () => walkingOf(area),
      faces: () => facesOf(area),
      drivenEdges: () => drivenEdgesOf(area),
      walkwayProfile: async (id) => (await profilesOf(area))(id),
      reach: (persona, sha256) => reachOf(area, persona, sha256),
      variantReach: (question) => variants.read(area, question),
      radius: () => radiusOf(area),
      definitions: kept(
        (analysis) => readDefinitions(database, analysis),
        (analysis) => analysis,
      ),
      isochrone: (question) => isochrones.read(area, { ...question, levels: area.levels }),
      route: (question) => isochrones.route(area, question),
      personaStatus: async (persona) => (await personasOf(area)).get(persona) ?? "unverified",
      conditions: () => conditionsOf(area),
      gap: (question) => isochrones.gap(area, question),
      streets: (question) => isochrones.streets(area, question),
      catchmentGround: () => groundOf(area),
      catchments: (question) => isochrones.catchments(area, question),
      bank: (question) => isochrones.bank(area, question),
    };
  };
  const close = async () => {
    await Promise.all([isochrones.close(), variants.close()]);
  };
  return { of, path: isochrones.path, variantReach: variants.read, close };
}
