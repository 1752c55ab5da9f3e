import { randomUUID } from "node:crypto";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { MenuSurvey, ProjectScope, ScopeBody, ScopeLine, SurveyBody } from "../contract/menu-survey.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { invalidParameter } from "../errors.ts";
import { readEstateRules, suppressedUnder } from "../estates/rules.ts";
import { atMost, notBefore } from "../expected.ts";
import { readStageFacts } from "../programme/stage-facts.ts";

const readSql = loadSql("./project-scope.sql", import.meta.url);
const addSql = loadSql("./add-survey.sql", import.meta.url);
const clearSql = "DELETE FROM project_scope WHERE district_id = $1 AND project_id = $2";
const linesSql = `INSERT INTO project_scope (district_id, project_id, ordinal, item, kind, quantity, unit, survey, option, reason)
SELECT $1, $2, (at - 1)::int, line ->> 'item', line ->> 'kind', (line ->> 'quantity')::float8, line ->> 'unit',
  line ->> 'survey', (line ->> 'option')::int, line ->> 'reason'
FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS each (line, at)`;
const kindsSql = "SELECT code FROM project_term WHERE kind = 'menu-kind' ORDER BY ordinal";

interface Stored {
  readonly surveys: readonly (Omit<MenuSurvey, "options" | "withheld" | "answeredHouseholds"> & {
    readonly answeredHouseholds: number;
    readonly options: readonly { ordinal: number; item: string; kind: string; votes: number }[];
  })[];
  readonly scope: readonly ScopeLine[];
}

async function readStored(database: Database, districtId: string, project: string): Promise<Stored> {
  return (await database.query<Stored>(readSql, [districtId, project])).rows[0]!;
}

/** The surveys and the scope of a project; of so few households that one could be told, the public is told nothing. Throws not-found. */
export async function readProjectScope(
  database: Database,
  scope: Scope,
  project: string,
): Promise<ProjectScope> {
  await readStageFacts(database, scope, project);
  const stored = await readStored(database, scope.districtId, project);
  const fewest = suppressedUnder(await readEstateRules(database), scope.levels);
  const surveys = stored.surveys.map((survey) => toldSurvey(survey, fewest));
  return { project, surveys, scope: [...stored.scope] };
}

// neither who chose nor who did not may be of fewer
function toldSurvey(survey: Stored["surveys"][number], fewest: number): MenuSurvey {
  const { answeredHouseholds: answered } = survey;
  const isFew = (households: number) => households > 0 && households < fewest;
  const isWithheld = isFew(answered);
  const options = survey.options.map(({ votes, ...option }) => {
    const isTold = !isWithheld && !isFew(votes) && !isFew(answered - votes);
    return {
      ...option,
      votes: isTold ? votes : null,
      share: isTold && answered > 0 ? votes / answered : null,
    };
  });
  const withheld = options.some(({ votes }) => votes === null);
  // in an order that tells nothing of what is withheld
  const inOrder = withheld ? [...options].sort((a, b) => a.ordinal - b.ordinal) : options;
  return { ...survey, answeredHouseholds: isWithheld ? null : answered, options: inOrder, withheld };
}

/** Takes down a menu survey of residents; throws not-found, and invalid-parameter where more chose than answered, or a kind is none. */
export async function addSurvey(
  database: Database,
  { actor, ...scope }: Writing,
  { project, ...survey }: SurveyBody & { readonly project: string },
): Promise<void> {
  const { districtId } = scope;
  await readStageFacts(database, scope, project);
  requireCounts(survey);
  const kinds = await readKinds(database);
  for (const [at, { kind }] of survey.options.entries()) requireKind(kinds, `options.${at}.kind`, kind);
  const id = `survey:${randomUUID()}`;
  await database.transaction(async (transaction) => {
    await transaction.query(addSql, [districtId, id, project, JSON.stringify(survey)]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: survey.title, programmeOnly: true },
      changes: [
        // how many chose is told by the survey alone, which keeps small numbers back
        {
          layer: "project-survey",
          featureId: `${project}/${id}`,
          op: "insert",
          after: { title: survey.title },
        },
      ],
    });
  });
}

function requireCounts({
  openedOn,
  closedOn,
  askedHouseholds,
  answeredHouseholds,
  options,
}: SurveyBody): void {
  if (closedOn < openedOn) throw invalidParameter("closedOn", closedOn, notBefore(openedOn));
  requireCome("closedOn", closedOn);
  if (askedHouseholds !== null && answeredHouseholds > askedHouseholds)
    throw invalidParameter(
      "answeredHouseholds",
      answeredHouseholds,
      atMost(askedHouseholds, ", who were asked"),
    );
  const twice = options.findIndex(({ item }, at) => options.findIndex((each) => each.item === item) < at);
  if (twice >= 0)
    throw invalidParameter(`options.${twice}.item`, options[twice]!.item, "an option not listed before");
  const over = options.findIndex(({ votes }) => votes > answeredHouseholds);
  if (over >= 0) {
    const expected = atMost(answeredHouseholds, ", who answered");
    throw invalidParameter(`options.${over}.votes`, options[over]!.votes, expected);
  }
}

async function readKinds(database: Database): Promise<string[]> {
  return (await database.query<{ code: string }>(kindsSql)).rows.map(({ code }) => code);
}

function requireKind(kinds: readonly string[], path: string, kind: string): void {
  if (!kinds.includes(kind)) throw invalidParameter(path, kind, `one of ${kinds.join(", ")}`);
}

/** Writes the scope of a project anew. Throws not-found, and invalid-parameter where a line names no option of a survey of it. */
export async function saveScope(
  database: Database,
  { actor, ...scope }: Writing,
  { project, lines }: ScopeBody & { readonly project: string },
): Promise<void> {
  const { districtId } = scope;
  await readStageFacts(database, scope, project);
  requireOnce(lines);
  const kinds = await readKinds(database);
  await database.transaction(async (transaction) => {
    const before = await readStored(transaction, districtId, project);
    const after = lines.map((line, at) => lineOf(line, before, { at, kinds }));
    await transaction.query(clearSql, [districtId, project]);
    await transaction.query(linesSql, [districtId, project, JSON.stringify(after)]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "scope of the project", programmeOnly: true },
      changes: [
        {
          ...{ layer: "project-scope", featureId: `${project}/scope`, op: "update" },
          ...{ before: { lines: before.scope }, after: { lines: after } },
        },
      ],
    });
  });
}

// an option is built once, whatever its quantity
function requireOnce(lines: ScopeBody["lines"]): void {
  const keys = lines.map((line) => ("item" in line ? null : `${line.survey} ${line.option}`));
  const twice = keys.findIndex((key, at) => key !== null && keys.indexOf(key) < at);
  if (twice >= 0) throw invalidParameter(`lines.${twice}.option`, keys[twice], "an option not chosen before");
}

function lineOf(
  line: ScopeBody["lines"][number],
  { surveys }: Stored,
  { at, kinds }: { readonly at: number; readonly kinds: readonly string[] },
): ScopeLine {
  const { quantity, unit } = line;
  if ("item" in line) {
    requireKind(kinds, `lines.${at}.kind`, line.kind);
    return {
      item: line.item,
      kind: line.kind,
      quantity,
      unit,
      survey: null,
      option: null,
      reason: line.reason,
    };
  }
  const survey = surveys.find(({ id }) => id === line.survey);
  if (!survey)
    throw invalidParameter(`lines.${at}.survey`, line.survey, "the id of a survey of this project");
  const option = survey.options.find(({ ordinal }) => ordinal === line.option);
  if (!option)
    throw invalidParameter(`lines.${at}.option`, line.option, "the ordinal of an option of the survey");
  const { item, kind, ordinal } = option;
  return { item, kind, quantity, unit, survey: survey.id, option: ordinal, reason: null };
}
