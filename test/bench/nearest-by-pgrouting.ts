import type { Database } from "../../server/database/database.ts";
import { type Seeds, UNREACHED } from "../../server/walking/search.ts";
import { measure, type Timing } from "./bench-row.ts";
import { REACH } from "./nearest-task.ts";

// its fastest formulation: one search over the edges turned round from a node beside all targets
function fromSuperSource(targets: ArrayLike<number>): string {
  const joined = Array.from(targets, (target, index) => `SELECT ${-1 - index}, -1, ${target}, 0, -1`);
  return `FROM pgr_drivingDistance(
    'SELECT id, target AS source, source AS target, cost, reverse_cost FROM routing_edge UNION ALL ${joined.join(" UNION ALL ")}',
    -1::bigint, $1, true)`;
}

/** How long pgRouting takes for all categories over the edges of `routing_edge`. */
export function timeSuperSources(
  database: Database,
  categories: readonly Seeds[],
  times: { times: number; warmUp: number },
): Promise<Timing> {
  return measure(async () => {
    for (const { nodes } of categories) {
      await database.query(`SELECT count(*), sum(agg_cost) ${fromSuperSource(nodes)}`, [REACH]);
    }
  }, times);
}

/** A node as int4, its cost as float8, both with the highest byte first. */
const PACKED_BYTES = 12;

/**
 * Compares costs with pgRouting's for every category, node by node and exactly; answers how many costs were compared.
 * Throws where one differs or is reached by one of the two only: times of two different answers would say nothing.
 */
export async function requireEqualCosts(
  database: Database,
  categories: readonly Seeds[],
  ours: readonly Int32Array[],
): Promise<number> {
  let compared = 0;
  for (const [category, { nodes }] of categories.entries()) {
    const { rows } = await database.query<{ packed: Buffer }>(
      `SELECT string_agg(int4send(node::int) || float8send(agg_cost), '') AS packed ${fromSuperSource(nodes)} WHERE node >= 0`,
      [REACH],
    );
    const difference = differenceFrom(rows[0]!.packed, ours[category]!);
    if (difference !== null) {
      throw new Error(`Costs to category ${category} differ from pgRouting's: ${difference}.`);
    }
    compared += rows[0]!.packed.length / PACKED_BYTES;
  }
  return compared;
}

function differenceFrom(packed: Buffer, ours: Int32Array): string | null {
  const left = ours.slice();
  for (let at = 0; at < packed.length; at += PACKED_BYTES) {
    const node = packed.readInt32BE(at);
    const cost = packed.readDoubleBE(at + 4);
    if (ours[node] !== cost) return `node ${node} costs ${cost} there and ${ours[node]} here`;
    left[node] = UNREACHED;
  }
  const alone = left.findIndex((cost) => cost !== UNREACHED);
  return alone < 0 ? null : `node ${alone} costs ${ours[alone]} here and is not reached there`;
}

/** What the line beside pgRouting's says. */
export const superSourceNote = (compared: number): string =>
  `one search from a super-source a category; all ${compared} costs equal to its own, node by node`;
