import { useEffect, useState } from "react";
import type { ProjectBatch } from "../../server/contract/programme.ts";
import { datedSource } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { readProjectBatches } from "../programme-backend.ts";
import { chooseProjects, openProject, setHoveredProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";

const YEARS_SHOWN = 4;

/** The four batches of a year, each figure with the projects behind it; without an answer nothing is said. */
export function ProjectBatches() {
  const { t, numbers, language } = useReader();
  const district = useApp((state) => state.district);
  const [now] = useState(() => new Date().getFullYear());
  const [chosen, chosenYear] = useApp((state) => state.projectChoice.batch)?.split(":") ?? [];
  const opened = chosenYear === undefined ? null : Number(chosenYear);
  const [picked, setYear] = useState(now);
  const year = opened ?? picked;
  const [batches, setBatches] = useState<readonly ProjectBatch[]>([]);
  useEffect(() => {
    let isWanted = true;
    if (district === null) return;
    readProjectBatches(district, year).then(
      ({ items }) => isWanted && setBatches(items),
      () => isWanted && setBatches([]),
    );
    return () => {
      isWanted = false;
    };
  }, [district, year]);
  const isEmpty = batches.every(({ projects, undated }) => projects.length + undated === 0);
  // four zeros say nothing where there is no project; a year that was chosen may be left again
  if (isEmpty && opened === null && year === now) return null;
  return (
    <details className="batches" open={opened !== null}>
      <summary>
        {t("programme.batches.title", { year })}
        <span className="batch-figures">
          {batches.map((batch) => (
            <span key={batch.batch}>
              {nameIn(language, batch)} <b>{numbers.number(knownCount(batch))}</b>
              {batch.undated === 0 ? null : ` ${t("programme.batches.open", { count: batch.undated })}`}
            </span>
          ))}
        </span>
      </summary>
      <label className="field">
        <span>{t("programme.batches.year")}</span>
        <select
          value={year}
          onChange={({ target }) => {
            setYear(Number(target.value));
            if (chosen !== undefined) chooseProjects({ batch: `${chosen}:${target.value}` });
          }}
        >
          {[...new Set([...Array.from({ length: YEARS_SHOWN }, (_, back) => now - back), year])].map(
            (each) => (
              <option key={each}>{each}</option>
            ),
          )}
        </select>
      </label>
      {batches.map((batch) => (
        <Batch key={batch.batch} batch={batch} year={year} chosen={chosen ?? null} />
      ))}
    </details>
  );
}

// how many of a year is unknown, not none, while all that is there has no date
const knownCount = ({ projects, undated }: ProjectBatch) =>
  projects.length === 0 && undated > 0 ? null : projects.length;

interface BatchProps {
  readonly batch: ProjectBatch;
  readonly year: number;
  /** The batch whose projects alone the list, the map and all other views hold; null = none. */
  readonly chosen: string | null;
}

function Batch({ batch, year, chosen }: BatchProps) {
  const { t, numbers, language } = useReader();
  const isChosen = chosen === batch.batch;
  return (
    <section className="batch">
      <h3>
        <button
          type="button"
          className="chip"
          aria-pressed={isChosen}
          title={t("programme.batches.only")}
          onClick={() => chooseProjects({ batch: isChosen ? null : `${batch.batch}:${year}` })}
        >
          {nameIn(language, batch)} <span className="chip-count">{numbers.number(knownCount(batch))}</span>
        </button>
      </h3>
      {chosen === null || isChosen ? <Basis batch={batch} isNamed={chosen === null} /> : null}
    </section>
  );
}

interface BasisProps {
  readonly batch: ProjectBatch;
  /** Whether its projects are named here: the list below holds others too. */
  readonly isNamed: boolean;
}

function Basis({ batch, isNamed }: BasisProps) {
  const { t, language } = useReader();
  const { projects, undated, jurisdiction, clause } = batch;
  return (
    <>
      <p className="hint">{language === "en" ? batch.basisEn : batch.basisZh}</p>
      {undated === 0 ? null : <p className="hint">{t("programme.batches.undated", { count: undated })}</p>}
      <p>
        {(isNamed ? projects : []).map((project) => (
          <button
            key={project.id}
            type="button"
            className="chip"
            onClick={() => openProject(project)}
            onMouseEnter={() => setHoveredProject(project.id)}
            onMouseLeave={() => setHoveredProject(null)}
          >
            {nameIn(language, project)}
          </button>
        ))}
      </p>
      <p className="source" lang="zh-CN">
        {[jurisdiction, clause, datedSource(batch)].join(" · ")}
      </p>
    </>
  );
}
