import type { Scope } from "../catalogue/scope.ts";
import {
  ANALYSES,
  type AnalysisName,
  type AnalysisParams,
  type AnalysisResult,
} from "../contract/analyses.ts";
import type { Answer, DataQuality } from "../contract/analysis.ts";
import type { WalkPath } from "../contract/walk-path.ts";
import type { Database } from "../database/database.ts";
import { markedDatabase } from "../database/marked-database.ts";
import { busy, invalidRequest, notOnNetwork, noWay } from "../errors.ts";
import type { PathQuestion } from "../walking/walk-path.ts";
import { type Area, createAreaReader, readDataState } from "./area.ts";
import { type AskedArea, readAskedArea, WHOLE_DISTRICT } from "./area-shape.ts";
import { refuseHiddenFields } from "./hidden-fields.ts";
import type { KeptCategoryReach } from "./reach-cache.ts";
import { createReader } from "./reading.ts";
import { RUNNERS } from "./registry.ts";
import type { VariantQuestion } from "./variant-reach.ts";

/** A question to one analysis: where it looks, and the body as it came. */
export interface Question<Name extends AnalysisName> {
  readonly name: Name;
  readonly scope: Scope;
  readonly body: unknown;
}

/** Answers questions over one database; to be closed with the application. */
export interface Answerer {
  answer<Name extends AnalysisName>(question: Question<Name>): Promise<Answer<AnalysisResult<Name>>>;
  /** The way along streets between two places of a district. Throws not-on-network, saying which place or that it is too far. */
  path(districtId: string, question: PathQuestion): Promise<WalkPath>;
  /** The walks of a district's buildings to the nearest of a category under conditions that are not stored. */
  reach(districtId: string, walk: CategoryWalk): Promise<KeptCategoryReach>;
  close(): Promise<void>;
}

/** A category, and who walks, when and on which map. */
type CategoryWalk = Omit<VariantQuestion, "categories"> & { readonly category: string };

const ATTEMPTS = 3;

/**
 * Makes the answerer: parses the body, judges the area, runs the analysis and puts the envelope round it. An answer is of
 * one data version: where the data changed while it was made, it is made again. Throws the contract's refusals.
 */
export function createAnswerer(opened: Database): Answerer {
  const { database, mark } = markedDatabase(opened);
  const reader = createReader(database);
  const areas = createAreaReader(database);
  const answer: Answerer["answer"] = async ({ name, scope, body }) => {
    const asked = asksAnArea(name)
      ? readAskedArea((body as { area?: unknown } | null | undefined)?.area)
      : WHOLE_DISTRICT;
    const params = parseParams(name, body, asked);
    refuseHiddenFields(params, scope.levels);
    const runner = RUNNERS[name];
    // nothing where the data is another than when it began; what was kept of this version needs no second look at it
    const answerOn = async (area: Area) => {
      const isUnasked = mark();
      const { result, method, dataQuality } = await runner(reader.of(area), params);
      if (!isUnasked() && !(await isStill(opened, area))) return undefined;
      const inputs = { district: scope.districtId, ...params };
      return {
        ...{ result, method: [...method], inputs },
        ...{ dataQuality: withoutRepeats(dataQuality), dataVersion: area.dataVersion },
      };
    };
    const known = areas.lastKnown(scope, asked);
    const early = known && (await ifStill(opened, known, () => answerOn(known)));
    if (early) return early;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const answered = await answerOn(await areas.read(scope, asked));
      if (answered) return answered;
    }
    throw busy(2, "The data is being changed");
  };
  const path: Answerer["path"] = async (districtId, question) => {
    const way = await reader.path(await readDataState(database, districtId), question);
    if (!way.found) throw way.why === "too-far" ? noWay(question.maxM) : notOnNetwork(way.why);
    return { coordinates: way.coordinates.map((place) => [...place]), lengthM: way.lengthM };
  };
  const reach: Answerer["reach"] = async (districtId, { category, ...walk }) => {
    const state = await readDataState(database, districtId);
    return (await reader.variantReach(state, { ...walk, categories: [category] })).get(category)!;
  };
  return { answer, path, reach, close: reader.close };
}

// An analysis of a place says nothing of an area: it is asked of the district as a whole.
const asksAnArea = (name: AnalysisName) => "area" in ANALYSES[name].params.shape;

// The area was judged by itself, in its own order; what is left to check are the other parameters.
function parseParams<Name extends AnalysisName>(
  name: Name,
  body: unknown,
  asked: AskedArea,
): AnalysisParams<Name> {
  const parsed = ANALYSES[name].params.safeParse(
    typeof body === "object" && asked !== WHOLE_DISTRICT && "zone" in asked ? { ...body, area: asked } : body,
  );
  if (!parsed.success) throw invalidRequest(parsed.error, body);
  return parsed.data as AnalysisParams<Name>;
}

async function isStill(database: Database, { districtId, dataVersion, datasetId }: Area): Promise<boolean> {
  const state = await readDataState(database, districtId);
  return state.dataVersion === dataVersion && state.datasetId === datasetId;
}

// The database is asked whether the data still is what it was while the answer is made, not before it.
async function ifStill<Value>(
  database: Database,
  area: Area,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  const [worked, still] = await Promise.allSettled([work(), isStill(database, area)]);
  if (still.status === "rejected") throw still.reason;
  if (!still.value) return undefined;
  if (worked.status === "rejected") throw worked.reason;
  return worked.value;
}

function withoutRepeats(lines: readonly DataQuality[]): DataQuality[] {
  return [...new Map(lines.map((line) => [`${line.code} ${line.field ?? ""}`, line])).values()];
}
