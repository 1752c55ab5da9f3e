import type { Actor } from "../authorize.ts";
import {
  PERSONA_FIELDS,
  type PersonaField,
  type PersonaPatch,
  PersonaRow,
  SPEED_FIELDS,
  type WalkingParameterPatch,
  WalkingParameterRow,
} from "../contract/walking-standards.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { between } from "../expected.ts";

const personasSql = loadSql("./personas.sql", import.meta.url);
const parametersSql = loadSql("./walking-parameters.sql", import.meta.url);
const setSql = loadSql("./set-walking-value.sql", import.meta.url);
const setPersonaSql = loadSql("./set-persona.sql", import.meta.url);
const unsetSql = "DELETE FROM walking_edit WHERE kind = $1 AND id = $2 AND field = $3";
const parameterSql = "UPDATE walking_parameter SET value = $2 WHERE name = $1";
const lockSql = "LOCK TABLE walking_edit IN EXCLUSIVE MODE";
const districtsSql = `SELECT district_id AS "districtId" FROM dataset
  WHERE status = 'live' AND kind = 'base' ORDER BY district_id`;
const staleSql = "DELETE FROM store.reach_run WHERE $1::text IS NULL OR persona = $1";

type Value = number | boolean | null;
type Kind = "persona" | "walking-parameter";

/** The personas in force. */
export async function listPersonas(database: Database): Promise<PersonaRow[]> {
  const { rows } = await database.query(personasSql);
  return rows.map((row) => PersonaRow.parse(row));
}

/** The walking parameters in force. */
export async function listWalkingParameters(database: Database): Promise<WalkingParameterRow[]> {
  const { rows } = await database.query(parametersSql);
  return rows.map((row) => WalkingParameterRow.parse(row));
}

interface Edit {
  readonly kind: Kind;
  readonly id: string;
  readonly before: Readonly<Record<string, Value>>;
  readonly after: Readonly<Record<string, Value>>;
  /** Columns that are back at what is shipped. */
  readonly shipped: readonly string[];
}

// one version for each live district, for all of them walk by these rows
async function record(
  database: Database,
  actor: Actor,
  { kind, id, before, after, shipped }: Edit,
): Promise<void> {
  for (const [field, value] of Object.entries(after)) {
    if (shipped.includes(field)) await database.query(unsetSql, [kind, id, field]);
    else {
      const values = [JSON.stringify(value), JSON.stringify(before[field] ?? null)];
      await database.query(setSql, [kind, id, field, ...values, actor.id]);
    }
  }
  const { rows } = await database.query<{ districtId: string }>(districtsSql);
  const changes = [{ layer: kind, featureId: id, op: "update" as const, before, after }];
  for (const { districtId } of rows)
    await recordVersion(database, { districtId, actorId: actor.id, note: `${kind} ${id}`, changes });
}

/**
 * Sets a walking parameter, or sets it back, in one transaction with its versions; true where stored reach must be
 * computed again, which until then is no more answered from. Throws not-found, and invalid-parameter beyond its bounds.
 */
export async function editWalkingParameter(
  database: Database,
  actor: Actor,
  { name, patch }: { readonly name: string; readonly patch: WalkingParameterPatch },
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.query(lockSql);
    const row = (await listWalkingParameters(transaction)).find((each) => each.name === name);
    if (!row) throw notFound(`walking parameter ${name}`);
    const shipped = row.edit === null ? row.value : (row.edit.shipped as number);
    const value = "value" in patch ? patch.value : shipped;
    if (value < row.minimum || value > row.maximum)
      throw invalidParameter("value", value, between(row.minimum, row.maximum, ` ${unitOf(row.unit)}`));
    if (value === row.value) return false;
    await transaction.query(parameterSql, [name, value]);
    const fields = { before: { value: row.value }, after: { value } };
    const back = value === shipped ? ["value"] : [];
    await record(transaction, actor, { kind: "walking-parameter", id: name, ...fields, shipped: back });
    if (row.used === "walking") await transaction.query(staleSql, [null]);
    return row.used === "walking";
  });
}

const unitOf = (unit: string) => (unit === "1" ? "(a ratio)" : unit);

const COLUMN: Readonly<Record<PersonaField, string>> = {
  flatMps: "flat_mps",
  stairsUpHorizontalMps: "stairs_up_horizontal_mps",
  stairsDownHorizontalMps: "stairs_down_horizontal_mps",
  stairsUpVerticalMps: "stairs_up_vertical_mps",
  stairsDownVerticalMps: "stairs_down_vertical_mps",
  maxGrade: "max_grade",
  escalator: "escalator",
  lift: "lift",
};

/**
 * Sets fields of a persona, or sets them back, as editWalkingParameter does. Throws not-found, and invalid-parameter
 * naming the field that is out of bounds or cannot be.
 */
export async function editPersona(
  database: Database,
  actor: Actor,
  { id, patch }: { readonly id: string; readonly patch: PersonaPatch },
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.query(lockSql);
    const row = (await listPersonas(transaction)).find((each) => each.id === id);
    if (!row) throw notFound(`persona ${id}`);
    const parameters = new Map(
      (await listWalkingParameters(transaction)).map((each) => [each.name, each.value]),
    );
    const wanted = wantedOf(row, patch);
    for (const [field, value] of wanted) checkField({ row, parameters }, field, value);
    const changed = wanted.filter(([field, value]) => row[field] !== value);
    if (changed.length === 0) return false;
    const ofColumns = (value: (field: PersonaField) => Value) =>
      Object.fromEntries(changed.map(([field]) => [COLUMN[field], value(field)]));
    const after = new Map(changed);
    const isShipped = (field: PersonaField) => shippedOf(row, field) === after.get(field);
    await transaction.query(setPersonaSql, [id, JSON.stringify(ofColumns((field) => after.get(field)!))]);
    await record(transaction, actor, {
      ...{ kind: "persona", id },
      before: ofColumns((field) => row[field]),
      after: ofColumns((field) => after.get(field)!),
      shipped: changed
        .map(([field]) => field)
        .filter(isShipped)
        .map((field) => COLUMN[field]),
    });
    await transaction.query(staleSql, [id]);
    return true;
  });
}

const shippedOf = (row: PersonaRow, field: PersonaField): Value => {
  const edit = row.edits[COLUMN[field]];
  return edit === undefined ? row[field] : edit.shipped;
};

function wantedOf(row: PersonaRow, { set, reset }: PersonaPatch): (readonly [PersonaField, Value])[] {
  const twice = reset.find((field) => set[field] !== undefined);
  if (twice) throw conflict(`${twice} is both set and set back.`);
  return PERSONA_FIELDS.flatMap((field) => {
    if (reset.includes(field)) return [[field, shippedOf(row, field)] as const];
    const value = set[field];
    return value === undefined ? [] : [[field, value] as const];
  });
}

interface Checked {
  readonly row: PersonaRow;
  readonly parameters: ReadonlyMap<string, number>;
}

function checkField({ row, parameters }: Checked, field: PersonaField, value: Value): void {
  const path = `set.${field}`;
  if (typeof value === "boolean" || (field === "maxGrade" && value === null)) return;
  const isStairs = field.startsWith("stairs");
  if (isStairs && row.stepFree) {
    if (value === null) return;
    throw invalidParameter(path, value, "left out: this persona takes no stairs");
  }
  const isSpeed = SPEED_FIELDS.some((each) => each === field);
  const [least, most] = isSpeed
    ? [parameters.get("speed-minimum")!, parameters.get("speed-maximum")!]
    : [Number.MIN_VALUE, parameters.get("slope-clip")!];
  if (value === null || value < least || value > most)
    throw invalidParameter(
      path,
      value,
      isSpeed ? between(least, most, " m/s") : `above 0 and at most ${most}`,
    );
}
