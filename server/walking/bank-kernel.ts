import { type BankAccess, findBankAccess } from "./bank-access.ts";
import { type BankLines, banksNear, buildBankLines } from "./bank-lines.ts";
import { type BankOpenness, measureOpenness } from "./bank-openness.ts";
import { facilityWalkedTo, type Walk, walkOver } from "./gap-kernel.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import { type Direction, facilitySeeds, nearestFacility, preparePlaces } from "./nearest.ts";
import { createNetworkAccess, type NetworkAccess } from "./network-access.ts";
import { STORED_TIME } from "./opening-hours.ts";
import { mobilityClassOf } from "./persona.ts";
import { createBucketScratch, searchBuckets } from "./search.ts";
import type { SnapIndex } from "./snap.ts";
import { UNITS_PER_S } from "./speed-model.ts";

type LonLatLine = ArrayLike<number>;

/** What is asked about river banks and the homes near them. Lines are lon, lat interleaved, EPSG:4326. */
export interface BankQuestion {
  /** Every bank one may walk to. */
  readonly banks: readonly LonLatLine[];
  /** By bank, the lines of it that are judged; none where it lies elsewhere. */
  readonly judged: readonly (readonly LonLatLine[])[];
  /** A point on each home. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly personas: readonly string[];
  /** The walk searched at most. */
  readonly searchS: number;
  /** Bounds, all inclusive: at the bank, along it, for so long a run, and straight from home. */
  readonly accessM: number;
  readonly openM: number;
  readonly runM: number;
  readonly catchmentM: number;
}

/** What the walking network says of banks; `homes` are positions in the order asked. */
export interface BankAnswer {
  /** By bank, of the lines judged. */
  readonly openness: readonly BankOpenness[];
  /** Where a walk to a bank may end, with the bank, in degrees. */
  readonly entries: readonly { readonly bank: number; readonly lon: number; readonly lat: number }[];
  /** The places where a way leads down to the lines judged. */
  readonly points: BankAccess["points"];
  /** By bank, the homes within the catchment of the lines judged. */
  readonly homesNear: readonly Int32Array[];
  /** 1 = the home lies within the catchment of some bank. */
  readonly isNear: Uint8Array;
  /** By persona, in their order. */
  readonly walks: readonly BankWalk[];
}

export interface BankWalk {
  readonly persona: string;
  /** By home: whole seconds, rounded up, of the worse of the walks to the nearest entry and home from the nearest; -1 = none within the search, -2 = not on the network. */
  readonly seconds: Int32Array;
  /** By home: the position of the entry that the walk there leads to; -1 = there is no such walk. */
  readonly entry: Int32Array;
}

/** Answers questions about river banks over one network; keeps what questions share. */
export interface BankKernel {
  bank(question: BankQuestion): BankAnswer;
}

/** Makes the kernel that says how river banks are reached and how far one may walk along them. Throws on an unknown persona. */
export function createBankKernel(
  inputs: IsochroneInputs,
  network: NetworkAccess = createNetworkAccess(inputs),
): BankKernel {
  const scratch = createBucketScratch();
  const walks = new Map<string, Walk>();
  const personaOf = (id: string) => {
    const persona = inputs.personas.find((each) => each.id === id);
    if (!persona) throw new Error(`There is no persona "${id}".`);
    const walk = walks.get(id) ?? walkOver(inputs, inputs.network, { persona, at: STORED_TIME });
    walks.set(id, walk);
    return { mobilityClass: mobilityClassOf(persona), walk };
  };
  const walkFor = (id: string, question: BankQuestion, access: BankAccess): BankWalk => {
    const { mobilityClass, walk } = personaOf(id);
    const homes = network.snaps(mobilityClass, question.lon, question.lat);
    const { measure, graphs } = walk;
    const limit = question.searchS * UNITS_PER_S;
    const doors = access.entries.map(({ snap }) => snap);
    const costsOf = (direction: Direction): Int32Array => {
      const places = preparePlaces(measure, direction, homes);
      const costs = searchBuckets(graphs[direction], facilitySeeds(places, doors), { limit, scratch });
      return nearestFacility(places, doors, { costs, limit });
    };
    const [to, from] = [costsOf("to"), costsOf("from")];
    const seconds = Int32Array.from(homes, (own, home) => {
      if (own.length === 0) return -2;
      const [there, back] = [to[home]!, from[home]!];
      return there < 0 || back < 0 ? -1 : Math.ceil(Math.max(there, back) / UNITS_PER_S);
    });
    const entries = access.entries.map(({ snap }, facility) => ({ snap, facility }));
    const entry = facilityWalkedTo(question, { snaps: homes, entries }, { ...walk, scratch });
    return { persona: id, seconds, entry };
  };
  // a reader turns from walker to walker and road to road over the same area: the network answers once
  let last: { readonly question: BankQuestion; readonly answer: BankAnswer } | null = null;
  return {
    bank: (question) => {
      if (last && isSame(last.question, question)) return last.answer;
      const index = network.index("any");
      const { projection } = index;
      const all = buildBankLines(
        question.banks.map((line) => [line]),
        projection,
      );
      const judged = buildBankLines(question.judged, projection);
      const access = findBankAccess(index, all, question.accessM);
      const inFrame = ({ lon, lat }: { readonly lon: number; readonly lat: number }) =>
        [lon * projection.metresPerLonDegree, lat * projection.metresPerLatDegree] as const;
      const answer: BankAnswer = {
        openness: measureOpenness(index, judged, question),
        entries: access.entries.map(({ bank, lon, lat }) => ({ bank, lon, lat })),
        points: access.points.filter((point) =>
          banksNear(judged, ...inFrame(point), question.accessM).some(({ bank }) => bank === point.bank),
        ),
        ...homesBy({ all, judged }, question, projection),
        walks: question.personas.map((id) => walkFor(id, question, access)),
      };
      last = { question, answer };
      return answer;
    },
  };
}

function isSame(one: BankQuestion, other: BankQuestion): boolean {
  const limits = ({ personas, searchS, accessM, openM, runM, catchmentM }: BankQuestion) =>
    [...personas, searchS, accessM, openM, runM, catchmentM].join();
  const numbers = ({ lon, lat, banks, judged }: BankQuestion) => [lon, lat, ...banks, ...judged.flat()];
  const [ofOne, ofOther] = [numbers(one), numbers(other)];
  const isEqual = (list: ArrayLike<number>, at: number) => {
    const beside = ofOther[at]!;
    if (list.length !== beside.length) return false;
    for (let each = 0; each < list.length; each++) if (list[each] !== beside[each]) return false;
    return true;
  };
  return limits(one) === limits(other) && ofOne.length === ofOther.length && ofOne.every(isEqual);
}

function homesBy(
  { all, judged }: { readonly all: BankLines; readonly judged: BankLines },
  { lon, lat, catchmentM }: BankQuestion,
  projection: SnapIndex["projection"],
): Pick<BankAnswer, "homesNear" | "isNear"> {
  const homes = Array.from({ length: judged.banks }, () => [] as number[]);
  const isNear = Uint8Array.from(lon, (each, home) => {
    const [x, y] = [each * projection.metresPerLonDegree, lat[home]! * projection.metresPerLatDegree];
    const near = banksNear(judged, x, y, catchmentM);
    for (const { bank } of near) homes[bank]!.push(home);
    // what is judged is part of all
    return near.length > 0 || banksNear(all, x, y, catchmentM).length > 0 ? 1 : 0;
  });
  return { homesNear: homes.map((each) => Int32Array.from(each)), isNear };
}
