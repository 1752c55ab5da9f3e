import type { ConflictRule, ProjectConflict } from "../../server/contract/project-conflicts.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName, yearsText } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { lightConflict, showConflict } from "../state/pool.ts";
import { openProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";

interface ItemProps {
  readonly conflict: ProjectConflict;
  readonly rules: readonly ConflictRule[];
  /** The project whose page it stands on, which needs no name there. */
  readonly of?: string;
}

/** A conflict in words: who, where, when, how much, and the rule it is told by. */
export function ConflictItem({ conflict, rules, of }: ItemProps) {
  const { t, language } = useReader();
  const isLit = useApp((state) => state.litConflict === conflict.id);
  const rule = rules.find((each) => each.rule === conflict.rule);
  return (
    <li
      className="conflict"
      data-conflict={conflict.test}
      data-lit={isLit}
      onMouseEnter={() => lightConflict(conflict.id)}
      onMouseLeave={() => lightConflict(null)}
    >
      <p className="conflict-head">
        <b>{t(`pool.testOf.${conflict.test}`)}</b>
        {conflict.certain ? null : <span className="mark">{t("value.unknown")}</span>}
        <button type="button" className="quiet" onClick={() => showConflict(conflict)}>
          {t("pool.showOnMap")}
        </button>
      </p>
      <p className="conflict-projects">
        {conflict.projects
          .filter(({ id }) => id !== of)
          .map((project) => (
            <button key={project.id} type="button" className="chip" onClick={() => openProject(project)}>
              {nameIn(language, project)}
              <span className="chip-count">{yearsText(project) ?? t("pool.yearsUnknown")}</span>
            </button>
          ))}
      </p>
      <p>
        <What conflict={conflict} rule={rule} />
      </p>
      {rule === undefined ? null : (
        <details className="conflict-rule">
          <summary>{language === "en" ? rule.textEn : rule.textZh}</summary>
          <p className="source">
            {rule.jurisdiction} · {rule.asOf} · {rule.clause} · {rule.source}
            {rule.clauseStatus === "unverified" ? ` · ${t("programme.unverified")}` : ""}
          </p>
        </details>
      )}
    </li>
  );
}

function What({ conflict, rule }: Pick<ItemProps, "conflict"> & { readonly rule: ConflictRule | undefined }) {
  const { t, language, numbers, terms } = useReader();
  const { subject, overlapSqm, lengthM, buildings, sources, years, certain, test } = conflict;
  const name = subject && (nameIn(language, subject) ?? null);
  const parts: (string | null)[] = [];
  if (test === "protection-overlap") parts.push(name);
  if (overlapSqm !== null) parts.push(t("pool.overlap", { area: numbers.area(overlapSqm) }));
  if (lengthM !== null)
    parts.push(t("pool.road", { name: name ?? t("pool.roadNoName"), length: numbers.length(lengthM) }));
  if (test === "funded-twice")
    parts.push(
      name === null
        ? t("pool.building", { id: subject?.id })
        : t("pool.estate", { name, buildings: buildings ?? 0 }),
    );
  if (sources.length > 0) {
    const told = sources.map((code) => termName(terms, { kind: "funding-source", code, language }));
    parts.push(t("pool.sources", { sources: told.join(language === "en" ? ", " : "、") }));
  }
  if (!certain) parts.push(t("pool.uncertain"));
  else if (years !== null && test === "road-opened-again")
    parts.push(t("pool.again", { ended: years[0], begun: years[1], years: rule?.years }));
  else if (years !== null)
    parts.push(t("pool.bothYears", { years: yearsText({ yearStart: years[0], yearEnd: years[1] }) }));
  return <>{parts.filter(Boolean).join(" · ")}</>;
}
