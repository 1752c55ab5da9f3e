import type { ServiceGapParams, ServiceGapResult } from "../contract/service-gap.ts";
import { readAskedReach } from "./asked-reach.ts";
import { isUnverified, readAskedCategories } from "./gap-categories.ts";
import { type Counter, counterOf, ownAgesOf, rankingOf } from "./gap-counts.ts";
import { gatherGap } from "./gap-gathered.ts";
import { lacksAny, whoLacks } from "./gap-lacking.ts";
import { gapMethod, gapQuality } from "./gap-notes.ts";
import { readPersonaAges } from "./persona-ages.ts";
import type { Answered, Reading } from "./reading.ts";

/**
 * Who in the area lacks a category (or any required one) within the minutes, by community, subdistrict and place, with what
 * is nearest and what would help. Throws invalid-parameter, and busy while reach is computed.
 */
export async function serviceGap(
  reading: Reading,
  params: ServiceGapParams,
): Promise<Answered<ServiceGapResult>> {
  const asked = await readAskedCategories(reading.database, params, reading.area.districtId);
  const [inside, facts, walking] = [
    await reading.buildings(),
    await reading.facts(),
    await reading.walking(),
  ];
  const persona = await readPersonaAges(reading, params.persona);
  const categories = asked.categories.map(({ category }) => category);
  const found = await readAskedReach(reading, { ...params, reachSha256: persona.reachSha256, categories });
  const { reach, stairs } = found;
  const missing = whoLacks(inside.ordinals, { asked, walking, reach, params });
  const lacks = lacksAny(missing, inside.ordinals.length);
  const count = counterOf(inside, facts);
  const ranking = rankingOf(inside, facts);
  const lacking = positionsWhere(lacks);
  const offNetwork = lacking.filter((at) => reach.onNetwork[inside.ordinals[at]!] !== 1);
  const gap = { params, missing, lacks, lacking, reach, count, ...ranking, stairs };
  const result: ServiceGapResult = {
    categories: categoriesOf(asked.categories, missing, count),
    conditions: found.found,
    trial: persona.status !== "verified" || asked.requirements.some(isUnverified),
    rankedBy: ranking.rankedBy,
    all: count(inside.ordinals.keys()),
    lacking: missing.size === 0 ? null : count(lacking),
    group: ownAgesOf(inside, persona, missing.size === 0 ? null : lacking),
    notOnNetwork: count(offNetwork),
    ...(await gatherGap(reading, gap)),
  };
  const dataQuality = await gapQuality(reading, { result, asked, walking });
  return { result, method: gapMethod(asked, params), dataQuality: [...dataQuality, ...found.dataQuality] };
}

function categoriesOf(
  categories: readonly Pick<ServiceGapResult["categories"][number], "category" | "nameZh" | "nameEn">[],
  missing: ReadonlyMap<string, Uint8Array>,
  count: Counter,
): ServiceGapResult["categories"] {
  return categories.map(({ category, nameZh, nameEn }) => {
    const lacking = missing.get(category);
    const status = lacking ? "held" : "absent";
    return { category, nameZh, nameEn, status, lacking: lacking ? count(positionsWhere(lacking)) : null };
  });
}

const positionsWhere = (mask: Uint8Array) => Int32Array.from(mask.keys()).filter((at) => mask[at] === 1);
