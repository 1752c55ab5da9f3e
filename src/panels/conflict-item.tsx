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

type WhatProps = Pick<ItemProps, "conflict"> & { readonly rule: ConflictRule | undefined };

function What(props: WhatProps) {
  const { t, language, terms } = useReader();
  const { sources } = props.conflict;
  const told = sources.map((code) => termName(terms, { kind: "funding-source", code, language }));
  const parts = [
    useAmount(props.conflict),
    told.length === 0 ? null : t("pool.sources", { sources: told.join(language === "en" ? ", " : "、") }),
    useYears(props),
  ];
  return <>{parts.filter(Boolean).join(" · ")}</>;
}

// what is shared, and how much of it
function useAmount({ test, subject, overlapSqm, lengthM, buildings }: ProjectConflict): string {
  const { t, language, numbers } = useReader();
  const name = subject && nameIn(language, subject);
  const overlap = t("pool.overlap", { area: numbers.area(overlapSqm) });
  switch (test) {
    case "same-ground":
      return overlap;
    case "protection-overlap":
      return [name, overlap].filter(Boolean).join(" · ");
    case "road-opened-again":
      return t("pool.road", { name: name ?? t("pool.roadNoName"), length: numbers.length(lengthM ?? 0) });
    case "funded-twice":
      return name ? t("pool.estate", { name, buildings }) : t("pool.building", { id: subject?.id });
  }
}

function useYears({ conflict: { certain, years, test }, rule }: WhatProps): string | null {
  const { t } = useReader();
  if (!certain) return t("pool.uncertain");
  if (years === null) return null;
  const [from, until] = years;
  return test === "road-opened-again"
    ? t("pool.again", { ended: from, begun: until, years: rule?.years })
    : t("pool.bothYears", { years: yearsText({ yearStart: from, yearEnd: until }) });
}
