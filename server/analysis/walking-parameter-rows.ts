import type { Reference } from "../contract/road-network.ts";
import type { Database } from "../database/database.ts";

const sql =
  "SELECT name, value, unit, status, source FROM walking_parameter WHERE name = ANY ($1::text[]) ORDER BY name";

/** The rows of walking_parameter of these names, each with its unit, status and source; throws naming one that is missing. */
export async function readParameterRows<Name extends string>(
  database: Database,
  names: readonly Name[],
): Promise<Readonly<Record<Name, Reference>>> {
  const { rows } = await database.query<Reference & { readonly name: Name }>(sql, [names]);
  const missing = names.find((each) => !rows.some(({ name }) => name === each));
  if (missing !== undefined) throw new Error(`The walking parameter "${missing}" is missing.`);
  return Object.fromEntries(rows.map(({ name, ...row }) => [name, row])) as Record<Name, Reference>;
}

/** Whether any of the rows has not been checked: what rests on it is a trial figure. */
export const isTrial = (rows: Readonly<Record<string, Reference>>): boolean =>
  Object.values(rows).some(({ status }) => status !== "verified");
