import type { ProgrammeChange, ProjectProgramme } from "../../server/contract/programme.ts";
import type { Reader } from "../locale/guard-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { StepGuards } from "./step-guards.tsx";
import { minuteText } from "./today-text.ts";

/** Every write that touched a project, the newest first: what, when, who, why. */
export function ProjectHistory({ programme }: { readonly programme: ProjectProgramme }) {
  const { t } = useReader();
  const { changes } = programme;
  return (
    <details className="history">
      <summary>
        {t("programme.history")} <span className="chip-count">{changes.length}</span>
      </summary>
      {changes.length === 0 ? <p className="hint">{t("programme.historyNone")}</p> : null}
      <ol>
        {changes.map((change) => (
          <li key={change.version}>
            <b>
              <ChangeText change={change} />
            </b>
            <Why change={change} programme={programme} />
            <StepGuards
              guards={programme.steps.find(({ version }) => version === change.version)?.guards ?? []}
            />
            <small>
              {t("programme.by", {
                date: minuteText(change.at),
                actor: change.actor === "local" ? t("programme.local") : change.actor,
              })}
            </small>
          </li>
        ))}
      </ol>
    </details>
  );
}

const OWN_CHANGES: Readonly<Record<string, string>> = {
  "project-plan": "plan",
  "project-money": "money",
  "project-income": "income",
  "project-responsibility": "responsibility",
  "project-works": "works",
  "project-target": "target",
  "project-reading": "reading",
  "project-survey": "survey",
  "project-scope": "scope",
};

const stageIn = (facts: unknown) => (facts as { stage?: string | null } | null)?.stage ?? null;

function ChangeText({ change: { entity, id, before, after } }: { readonly change: ProgrammeChange }) {
  const { t, terms, language, numbers } = useReader();
  const own = OWN_CHANGES[entity];
  if (own !== undefined) return t(`programme.change.${own}`);
  if (entity === "dispatch-return")
    return t(after === null ? "programme.change.returnGone" : "programme.change.return", {
      month: id.slice(id.lastIndexOf("/") + 1),
      ...returnText(after, numbers),
    });
  if (entity === "operation-unit")
    return t("programme.change.operation", { name: (after as { nameZh?: string } | null)?.nameZh ?? "" });
  if (entity === "project-evidence") {
    const code = id.slice(id.lastIndexOf("/") + 1);
    return t("programme.change.evidence", { name: termName(terms, { kind: "evidence", code, language }) });
  }
  if (entity === "evidence-file") {
    const code = id.split("/").at(-2) ?? "";
    return t(after === null ? "programme.change.fileGone" : "programme.change.file", {
      name: termName(terms, { kind: "evidence", code, language }),
      file: ((after ?? before) as { name?: string } | null)?.name ?? "",
    });
  }
  // an entry, or a change of one, is told with all it says; a move with the stage alone
  if (before === null) return t("programme.change.entered");
  if ("nameZh" in Object(after)) return t("programme.change.edited");
  const name = (code: string | null) =>
    code === null ? t("programme.noStage") : termName(terms, { kind: "stage", code, language });
  return t("programme.step", { from: name(stageIn(before)), to: name(stageIn(after)) });
}

// what of a return tells most, in 10,000 yuan; what was not told is unknown
function returnText(after: unknown, numbers: Reader["numbers"]) {
  const { month_done_wan_yuan: done = null, paid_wan_yuan: paid = null } = (after ?? {}) as Readonly<
    Record<string, number | null>
  >;
  return { done: numbers.number(done, 2), paid: numbers.number(paid, 2) };
}

// of a step the reasons that were written; a kind or a code is no reason
function Why({
  change,
  programme,
}: {
  readonly change: ProgrammeChange;
  readonly programme: ProjectProgramme;
}) {
  const step = programme.steps.find(({ version }) => version === change.version);
  const why = step?.overrideReason ?? step?.reason ?? null;
  return why === null ? null : <q>{why}</q>;
}
