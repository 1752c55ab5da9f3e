import type { Scope } from "../catalogue/scope.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import type { ProjectProgramme, ReachedStage, StageMove } from "../contract/programme.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { bottomLinesOf } from "./bottom-lines.ts";
import { judgeGuards } from "./guards.ts";
import { tracksOf } from "./policy-track.ts";
import { readStageFacts, readStageRows, type StageFacts, type StageRows } from "./stage-facts.ts";

const historySql = loadSql("./history.sql", import.meta.url);
const CHANGES_AT_MOST = 100;

/** The moves a project may ask for from where it stands, with their guards as the record has them; a pause leads back to its stage. */
export function movesFrom(facts: StageFacts, standards: StageRows): StageMove[] {
  const { stage, pausedFrom } = facts;
  return standards.moves
    .filter(({ from, to, kind }) => from === (stage ?? "") && (kind !== "resume" || to === pausedFrom))
    .map(({ to, kind }) => ({
      ...{ to, kind },
      guards: kind === "forward" ? judgeGuards(facts, standards, to) : [],
    }));
}

// the stages in their order, without pause and exit
const lineOf = ({ moves }: StageRows) => moves.flatMap(({ kind, to }) => (kind === "forward" ? [to] : []));

function reachedBy(facts: StageFacts, standards: StageRows): ReachedStage[] {
  const line = lineOf(standards);
  return line
    .slice(0, line.indexOf(facts.pausedFrom ?? facts.stage ?? "") + 1)
    .map((to) => ({ to, guards: judgeGuards(facts, standards, to) }))
    .filter(({ guards }) => guards.length > 0);
}

// whether it may enter the pool is asked long before it is its turn
function aheadOf(facts: StageFacts, standards: StageRows): ReachedStage | null {
  const line = lineOf(standards);
  const here = line.indexOf(facts.pausedFrom ?? facts.stage ?? "");
  const first = line.findIndex((stage) => standards.guards.some(({ stages }) => stages.includes(stage)));
  if (first <= here + 1) return null;
  return { to: line[first]!, guards: judgeGuards(facts, standards, line[first]!) };
}

/** Where a project stands in the programme, what its next moves ask, and how it came there; throws not-found. */
export async function readProgramme(
  database: Database,
  scope: Scope,
  project: string,
): Promise<ProjectProgramme> {
  const facts = await readStageFacts(database, scope, project);
  const standards = await readStageRows(database);
  const { rows } = await database.query<Pick<ProjectProgramme, "steps" | "evidence" | "changes">>(
    historySql,
    [
      ...[scope.districtId, project, CHANGES_AT_MOST],
      ...[scope.levels, hiddenFields("operation-unit", scope.levels)],
    ],
  );
  return {
    project,
    stage: facts.stage,
    pausedFrom: facts.pausedFrom,
    line: lineOf(standards),
    plans: [...facts.plans],
    answering: facts.answering,
    works: facts.works,
    tracks: tracksOf(facts, standards),
    bottomLines: bottomLinesOf(facts, standards),
    moves: movesFrom(facts, standards),
    reached: reachedBy(facts, standards),
    ahead: aheadOf(facts, standards),
    ...rows[0]!,
  };
}
