import type { Actor } from "../authorize.ts";
import type { Writing } from "../catalogue/scope.ts";
import { type GuardResult, letsPass, type StageMove, type Transition } from "../contract/programme.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { conflict, invalidParameter } from "../errors.ts";
import { movesFrom } from "./programme.ts";
import { readStageFacts, readStageRows, type StageFacts } from "./stage-facts.ts";

const setStageSql = loadSql("./set-stage.sql", import.meta.url);
const addStepSql = loadSql("./add-step.sql", import.meta.url);

/**
 * Moves a project to another stage and keeps who, when, why, and its guards as they were judged. Throws not-found;
 * invalid-parameter where a reason is wanting; conflict with `details.guards`, those that do not pass, where no override
 * is written, and with `details.stage` or `details.moves` where it stands elsewhere or there is no such move.
 */
export async function moveProject(
  database: Database,
  { actor, ...scope }: Writing,
  { project, ...asked }: Transition & { readonly project: string },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const facts = await readStageFacts(transaction, scope, project);
    const move = await requireMove(transaction, facts, asked);
    const open = move.guards.filter((guard) => !letsPass(guard));
    if (open.length > 0 && asked.override === null) throw blockedBy(move.to, open);
    await write(transaction, { actor, districtId: scope.districtId, project, facts, move, asked });
  });
}

async function requireMove(
  database: Database,
  facts: StageFacts,
  { from, to, reason }: Transition,
): Promise<StageMove> {
  const { stage } = facts;
  if (from !== stage) throw movedMeanwhile(stage);
  const moves = movesFrom(facts, await readStageRows(database));
  const move = moves.find((each) => each.to === to);
  if (!move) {
    const possible = moves.map((each) => each.to);
    const answer = possible.length > 0 ? `; possible: ${possible.join(", ")}` : "";
    throw conflict(`From ${stage ?? "no stage"} no move leads to ${to}${answer}.`, { moves: possible });
  }
  if (move.kind !== "forward" && reason === null) {
    throw invalidParameter(
      "reason",
      reason,
      "a written reason: the project leaves the line or takes it up again",
    );
  }
  return move;
}

// `stage` is where it stands now; left out where another move is just being written
function movedMeanwhile(stage?: string | null) {
  const details = stage === undefined ? {} : { stage };
  return conflict("The project has moved to another stage meanwhile; read it again.", details);
}

function blockedBy(to: string, open: readonly GuardResult[]) {
  const names = open.map(({ guard, status }) => `${guard} (${status})`).join(", ");
  return conflict(`The project cannot enter ${to} yet: ${names}. Meet them, or give a written override.`, {
    guards: open,
  });
}

interface Step {
  readonly actor: Actor;
  readonly districtId: string;
  readonly project: string;
  readonly facts: StageFacts;
  readonly move: StageMove;
  readonly asked: Transition;
}

async function write(database: Database, step: Step): Promise<void> {
  const { actor, districtId, project, facts, move, asked } = step;
  const { to, kind, guards } = move;
  const override = guards.every(letsPass) ? null : asked.override;
  const pausedFrom = kind === "pause" ? facts.stage : null;
  const { rows } = await database.query(setStageSql, [districtId, project, facts.stage, to, pausedFrom]);
  if (rows.length === 0) throw movedMeanwhile();
  const version = await recordVersion(database, {
    ...{ districtId, actorId: actor.id, note: override ?? asked.reason ?? kind, programmeOnly: true },
    changes: [
      {
        ...{ layer: "project", featureId: project, op: "update" },
        ...{ before: { stage: facts.stage }, after: { stage: to } },
      },
    ],
  });
  await database.query(addStepSql, [
    ...[version, districtId, project, facts.stage, to, kind, asked.reason, override],
    JSON.stringify(guards),
  ]);
}
