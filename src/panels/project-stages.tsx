import { letsPass, type ProjectProgramme } from "../../server/contract/programme.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { dayText } from "./today-text.ts";

/** How far a project has come along the line of stages; beside it, what takes it out of the line and what was overridden. */
export function ProjectStages({ programme }: { readonly programme: ProjectProgramme }) {
  const { t, terms, language } = useReader();
  const { line, stage, pausedFrom } = programme;
  const name = (code: string) => termName(terms, { kind: "stage", code, language });
  const reached = line.indexOf(pausedFrom ?? stage ?? "");
  return (
    <section className="stages">
      <h3>{t("projects.stage")}</h3>
      {stage === null ? <p className="hint">{t("projects.stageUnknown")}</p> : null}
      {pausedFrom === null ? null : (
        <p className="mark">{t("programme.pausedAt", { stage: name(pausedFrom) })}</p>
      )}
      {stage !== null && reached < 0 ? <p className="mark">{name(stage)}</p> : null}
      {reached < 0 ? null : (
        <>
          <div className="stage-bar" aria-hidden="true">
            {line.map((code, at) => (
              <i key={code} data-passed={at < reached} data-reached={at === reached} />
            ))}
          </div>
          <ol>
            {line.map((code, at) => (
              <li
                key={code}
                data-passed={at < reached}
                aria-current={at === reached && pausedFrom === null ? "step" : undefined}
              >
                {name(code)}
              </li>
            ))}
          </ol>
        </>
      )}
      <Overrides programme={programme} />
    </section>
  );
}

function Overrides({ programme }: { readonly programme: ProjectProgramme }) {
  const { t, terms, language } = useReader();
  const overridden = programme.steps.filter(({ overrideReason }) => overrideReason !== null);
  const moved = overridden.filter(({ kind }) => kind !== "entry").length;
  if (overridden.length === 0) return null;
  return (
    <div className="override-note" role="note">
      {moved > 0 ? <strong>{t("programme.overrides", { count: moved })}</strong> : null}
      <ul>
        {overridden.map(({ version, kind, to, guards, overrideReason, at, actor }) => {
          const open = guards.filter((guard) => !letsPass(guard));
          const names = open.map(({ nameZh, nameEn }) => (language === "en" ? nameEn : nameZh));
          const stage = termName(terms, { kind: "stage", code: to, language });
          return (
            <li key={version}>
              {kind === "entry"
                ? t("programme.enteredAs", { stage })
                : t("programme.overrideOf", { stage, names: names.join(language === "en" ? "; " : "；") })}
              <q>{overrideReason}</q>
              <time dateTime={at}>
                {t("programme.by", {
                  date: dayText(at),
                  actor: actor === "local" ? t("programme.local") : actor,
                })}
              </time>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
