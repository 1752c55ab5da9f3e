import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFacet } from "../../server/contract/projects.ts";
import { UNKNOWN_CODE } from "../../server/contract/projects.ts";
import { byEdition } from "../locale/category-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import type { ProjectAnswer } from "../state/project-state.ts";
import {
  chooseProjects,
  facetsOf,
  NEAR_METRES,
  setNear,
  setProjectText,
  startPickingNear,
  stopPickingNear,
} from "../state/projects.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";

const MoreFilters = lazyPart(async () => ({ default: (await import("./more-filters.tsx")).MoreFilters }));

/** What narrows the list: text, place, kind, stage, year, renewal district, each value with what it would leave. */
export function ProjectFilters({ answer }: { readonly answer: ProjectAnswer | null }) {
  const { t } = useTranslation();
  const text = useApp((state) => state.projectText);
  const isList = useApp((state) => state.projectsView === "list");
  // whoever named a place has asked
  const isNear = useApp((state) => state.projectChoice.near !== null);
  // on a phone the list comes first, and a board wants the room
  const [isRoomy] = useState(() => matchMedia("(min-width: 761px)").matches);
  return (
    <search className="project-filters">
      <label className="field">
        <span>{t("projects.text")}</span>
        <input type="search" value={text} onChange={({ target }) => setProjectText(target.value)} />
      </label>
      <Near />
      {answer === null ? null : (
        <details open={isRoomy && isList && !isNear}>
          <summary>{t("projects.filters")}</summary>
          <div className="project-filters">
            <Codes answer={answer} field="category" />
            <Codes answer={answer} field="task" />
            <Codes answer={answer} field="stage" />
            <div className="project-selects">
              <Year answer={answer} />
              <Zone answer={answer} />
            </div>
            <Suspense fallback={null}>
              <MoreFilters answer={answer} />
            </Suspense>
          </div>
        </details>
      )}
    </search>
  );
}

function Near() {
  const { t } = useTranslation();
  const near = useApp((state) => state.projectChoice.near);
  const isPicking = useApp((state) => state.tool === "near");
  const [isRefused, setRefused] = useState(false);
  const chosen = useRef<HTMLParagraphElement>(null);
  const question = near && `${near.lon},${near.lat},${near.metres}`;
  // on a phone the answer would lie below the sheet's edge
  useEffect(() => {
    if (question !== null && matchMedia("(max-width: 760px)").matches)
      chosen.current?.scrollIntoView({ block: "start" });
  }, [question]);
  const locate = () => {
    setRefused(false);
    // the browser asks its reader first, and gives nothing away where the answer is no
    if (!("geolocation" in navigator)) return setRefused(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setNear(coords.longitude, coords.latitude),
      () => setRefused(true),
    );
  };
  return (
    <div className="project-near">
      <p className="actions">
        <button type="button" onClick={locate}>
          <Icon name="target" />
          {t("projects.nearMe")}
        </button>
        <button
          type="button"
          aria-pressed={isPicking}
          onClick={isPicking ? stopPickingNear : startPickingNear}
        >
          <Icon name="pin" />
          {t("projects.nearPoint")}
        </button>
      </p>
      {isPicking ? <p className="hint">{t("projects.nearHint")}</p> : null}
      {near === null && !isPicking ? <p className="hint">{t("find.nearByName")}</p> : null}
      {isRefused ? (
        <p className="hint" role="alert">
          {t("projects.nearRefused")}
        </p>
      ) : null}
      {near === null ? null : (
        <p className="actions" ref={chosen}>
          {near.name === null ? null : <b>{t("find.nearName", { name: near.name })}</b>}
          <label>
            <span>{t("projects.within")} </span>
            <select
              value={near.metres}
              onChange={({ target }) => chooseProjects({ near: { ...near, metres: Number(target.value) } })}
            >
              {[...new Set([...NEAR_METRES, near.metres])].map((metres) => (
                <option key={metres} value={metres}>
                  {metres} m
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="quiet" onClick={() => chooseProjects({ near: null })}>
            <Icon name="close" />
            {t("projects.nearEnd")}
          </button>
        </p>
      )}
    </div>
  );
}

const CHOSEN_OF = { category: "categories", stage: "stages", task: "tasks" } as const;

function Codes({
  answer,
  field,
}: {
  readonly answer: ProjectAnswer;
  readonly field: keyof typeof CHOSEN_OF;
}) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const chosen = useApp((state) => state.projectChoice[CHOSEN_OF[field]]);
  const facets = facetsOf(answer.facets, field, answer.terms);
  const toggle = (code: string) =>
    chooseProjects({
      [CHOSEN_OF[field]]: chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code],
    });
  // a chosen value stays to be let go of, also where it leaves nothing
  const gone = chosen.filter((code) => !facets.some(({ value }) => (value ?? UNKNOWN_CODE) === code));
  const shown: readonly { readonly code: string; readonly projects: number }[] = [
    ...facets.map(({ value, projects }) => ({ code: value ?? UNKNOWN_CODE, projects })),
    ...gone.map((code) => ({ code, projects: 0 })),
  ];
  if (shown.length === 0) return null;
  const chip = ({ code, projects }: (typeof shown)[number]) => (
    <button
      key={code}
      type="button"
      className="chip"
      aria-pressed={chosen.includes(code)}
      onClick={() => toggle(code)}
    >
      {code === UNKNOWN_CODE ? t("value.unknown") : termName(answer.terms, { kind: field, code, language })}
      <span className="chip-count">{projects}</span>
    </button>
  );
  const groups =
    field === "category"
      ? byEdition(
          answer.terms,
          shown.map(({ code }) => code),
        )
      : null;
  return (
    <fieldset className="project-codes">
      <legend>{field === "task" ? t("pool.task") : t(`projects.${field}`)}</legend>
      {groups === null
        ? shown.map(chip)
        : groups.map(({ edition, codes }) => (
            <fieldset key={edition} className="project-codes">
              {edition === null ? null : <legend>{t("pool.edition", { edition })}</legend>}
              {shown.filter(({ code }) => codes.includes(code)).map(chip)}
            </fieldset>
          ))}
    </fieldset>
  );
}

const known = (facet: ProjectFacet): facet is ProjectFacet & { value: string } => facet.value !== null;

function Year({ answer }: { readonly answer: ProjectAnswer }) {
  const { t } = useTranslation();
  const year = useApp((state) => state.projectChoice.year);
  const facets = facetsOf(answer.facets, "year", answer.terms).filter(known);
  const counts = new Map(facets.map(({ value, projects }) => [Number(value), projects]));
  if (year !== null && !counts.has(year)) counts.set(year, 0);
  return (
    <label className="field">
      <span>{t("projects.year")}</span>
      <select
        value={year ?? ""}
        onChange={({ target }) => chooseProjects({ year: target.value === "" ? null : Number(target.value) })}
      >
        <option value="">{t("projects.all")}</option>
        {[...counts].map(([value, projects]) => (
          <option key={value} value={value}>
            {value} ({projects})
          </option>
        ))}
      </select>
    </label>
  );
}

function Zone({ answer }: { readonly answer: ProjectAnswer }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const zone = useApp((state) => state.projectChoice.zone);
  const zones = useApp(selectCatalogue)?.zones ?? [];
  const facets = facetsOf(answer.facets, "renewal-district", answer.terms).filter(known);
  const counts = new Map(facets.map(({ value, projects }) => [value, projects]));
  if (zone !== null && !counts.has(zone)) counts.set(zone, 0);
  const nameOf = (id: string) => {
    const found = zones.find((each) => each.id === id);
    return found ? nameIn(language, found.properties) : id;
  };
  return (
    <label className="field">
      <span>{t("zoneKind.renewal-district")}</span>
      <select value={zone ?? ""} onChange={({ target }) => chooseProjects({ zone: target.value || null })}>
        <option value="">{t("projects.all")}</option>
        {[...counts].map(([id, projects]) => (
          <option key={id} value={id}>
            {nameOf(id)} ({projects})
          </option>
        ))}
      </select>
    </label>
  );
}
