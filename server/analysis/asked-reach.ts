import type { DataQuality } from "../contract/analysis.ts";
import type { Fares, Upstairs, WalkConditionsFound } from "../contract/walk-conditions.ts";
import { closedEdges, STORED_TIME } from "../walking/opening-hours.ts";
import { applying, quality, shareOf } from "./data-quality.ts";
import type { KeptReach } from "./reach-cache.ts";
import type { Reading } from "./reading.ts";
import { type HouseStairs, readHouseStairs, withHouseStairs } from "./upstairs.ts";
import { conditionsFound, qualityOfConditions, walkConditions } from "./walk-conditions.ts";

/** Whose reach, when and how, to which categories. */
interface AskedReach {
  readonly persona: string;
  readonly reachSha256: string | null;
  readonly at: string;
  readonly fares: Fares;
  readonly upstairs: Upstairs;
  readonly categories: readonly string[];
}

/** Reach under the conditions asked about, and what is to be said of them. */
export interface ReachUnderConditions {
  readonly reach: KeptReach;
  readonly found: WalkConditionsFound;
  /** Null where the stairs of houses are not asked for. */
  readonly stairs: HouseStairs | null;
  readonly dataQuality: readonly DataQuality[];
}

/** The reach of the buildings of an area under the conditions; what is stored where they close nothing else. */
export async function readAskedReach(reading: Reading, asked: AskedReach): Promise<ReachUnderConditions> {
  const stored = await reading.reach(asked.persona, asked.reachSha256);
  const facts = await reading.conditions();
  const found = conditionsFound(facts, asked);
  const walked = await atTheTime(reading, stored, asked);
  const { ordinals, shares } = await reading.buildings();
  const { upstairs } = asked;
  const stairs = upstairs === "none" ? null : await readHouseStairs(reading, asked.persona, upstairs);
  const unknown = stairs ? shares.reduce((sum, share, at) => sum + share * stairs.unknown[at]!, 0) : 0;
  const all = shares.reduce((sum, share) => sum + share, 0);
  return {
    reach: stairs ? withHouseStairs(ofCategories(walked, asked), ordinals, stairs) : walked,
    found,
    stairs,
    dataQuality: [
      ...qualityOfConditions(facts, found),
      ...applying(unknown > 0 && quality("upstairs-unknown", { share: shareOf(unknown, all) })),
    ],
  };
}

// what is not asked about need not be copied
function ofCategories({ onNetwork, categories }: KeptReach, asked: AskedReach): KeptReach {
  const wanted = [...categories].filter(([category]) => asked.categories.includes(category));
  return { onNetwork, categories: new Map(wanted) };
}

/** The edges of a dataset that are not walked under conditions, and those the stored reach leaves out. */
async function closedUnder(reading: Reading, asked: Pick<AskedReach, "at" | "fares">) {
  const { edges } = await reading.conditions();
  const texts = (of: "openHours" | "fare") =>
    new Map(edges.flatMap(({ ordinal, [of]: text }) => (text === null ? [] : [[ordinal, text] as const])));
  const network = { openHours: texts("openHours"), fares: texts("fare") };
  return {
    closed: closedEdges(network, walkConditions(asked)),
    closedWhenStored: closedEdges(network, STORED_TIME),
  };
}

async function atTheTime(reading: Reading, stored: KeptReach, asked: AskedReach): Promise<KeptReach> {
  const { closed, closedWhenStored } = await closedUnder(reading, asked);
  if (closed.join() === closedWhenStored.join()) return stored;
  // of a category without any facility there is nothing to be computed
  const held = asked.categories.filter((category) => stored.categories.has(category));
  const conditions = walkConditions(asked);
  const { persona } = asked;
  const categories = await reading.variantReach({ persona, categories: held, conditions, closed });
  return { onNetwork: stored.onNetwork, categories };
}
