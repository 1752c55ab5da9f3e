import type { LandClass } from "./blocks.ts";
import type { Fabric } from "./character.ts";
import { controlRows, numberIn } from "./control.ts";
import type { Face } from "./faces.ts";
import type { Random } from "./random.ts";

/** How a share of a fabric's blocks is used. */
export interface Mix {
  readonly landClass: LandClass;
  readonly archetype: string | null;
  readonly share: number;
}

/** The mixes of the control facts by fabric. */
export function readMixes(): Map<Fabric, Mix[]> {
  const mixes = new Map<Fabric, Mix[]>();
  for (const row of controlRows("fabric")) {
    const mix = {
      landClass: row.land_class as LandClass,
      archetype: row.archetype || null,
      share: numberIn(row, "share"),
    };
    mixes.set(row.fabric as Fabric, [...(mixes.get(row.fabric as Fabric) ?? []), mix]);
  }
  return mixes;
}

/** A garden of a quarter is no larger; parks are stated by the control facts, m². */
const LARGEST_GARDEN_SQM = 9_000;

/** What a block of its fabric and size is used for. */
export function drawFor(
  { fabric, face }: { readonly fabric: Fabric; readonly face: Face },
  mixes: ReadonlyMap<Fabric, readonly Mix[]>,
  random: Random,
): Mix {
  const all = mixes.get(fabric)!;
  const gardens = fabric === "hill" || face.areaSqm <= LARGEST_GARDEN_SQM;
  return draw(gardens ? all : all.filter(({ landClass }) => landClass !== "G"), random);
}

function draw(mixes: readonly Mix[], random: Random): Mix {
  let rest = random.next() * mixes.reduce((sum, { share }) => sum + share, 0);
  for (const mix of mixes) {
    rest -= mix.share;
    if (rest < 0) return mix;
  }
  return mixes.at(-1)!;
}
