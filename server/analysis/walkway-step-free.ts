import { OFF_NETWORK } from "../walking/street-detours.ts";
import type { Grounds } from "./building-grounds.ts";
import { ratio } from "./data-quality.ts";
import { counterOf } from "./gap-counts.ts";
import type { Reading } from "./reading.ts";

/** Who gets onto the largest step-free part of the network: shares of residents and buildings, and how many do not. */
export async function joinBuildings(reading: Reading, { lon, lat }: Grounds) {
  const inside = await reading.buildings();
  const count = counterOf(inside, await reading.facts());
  const joined = await reading.streets({ streets: "joined", lon, lat });
  const where = (code: number) => count([...joined.keys()].filter((at) => joined[at] === code));
  const [all, on] = [count(joined.keys()), where(1)];
  const share = (part: number | null, whole: number | null) => {
    const found = ratio(part, whole);
    return found === null ? null : Math.min(1, found);
  };
  return {
    residentsShare: share(on.residents, all.residents),
    buildingsShare: share(on.buildings, all.buildings),
    apartBuildings: where(0).buildings,
    offBuildings: where(OFF_NETWORK).buildings,
  };
}
