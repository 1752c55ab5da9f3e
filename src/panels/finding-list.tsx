import { useEffect, useRef } from "react";
import type { Finding, FindingList as Found } from "../../server/contract/findings.ts";
import { nameIn } from "../locale/name-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import {
  clearFindingChoice,
  findingsAgain,
  openFinding,
  readMoreFindings,
  selectFindingsNarrowed,
} from "../state/findings.ts";
import { setHoveredFinding } from "../state/findings-shown.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { FindingFilters } from "./finding-filters.tsx";
import { FindingMark } from "./finding-mark.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The findings that pass the filters, hovered and opened here or on the map. */
export function FindingList() {
  const { t } = useFindingReader();
  const run = useApp((state) => state.findings);
  const answer = answerOfRun(run);
  return (
    <div data-list={run.status} aria-busy={run.status === "running"}>
      <FindingFilters />
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={findingsAgain} /> : null}
      {answer === null ? run.status === "failed" ? null : <Skeleton lines={6} /> : <Items found={answer} />}
      {answer?.next ? (
        <button type="button" onClick={() => void readMoreFindings()}>
          {t("findings.more", { shown: answer.items.length, total: answer.total })}
        </button>
      ) : null}
    </div>
  );
}

function Items({ found }: { readonly found: Found }) {
  const { t, numbers } = useFindingReader();
  const isNarrowed = useApp(selectFindingsNarrowed);
  const { items, total } = found;
  if (total === 0 && !isNarrowed) return <p className="hint">{t("findings.none")}</p>;
  return (
    <>
      <p className="project-count" aria-live="polite">
        <b>{t("findings.count", { total: numbers.number(total) })}</b>
        {total === 0 ? <span>{t("findings.noneFound")}</span> : null}
        {isNarrowed ? (
          <button type="button" className="quiet" onClick={clearFindingChoice}>
            {t("findings.clear")}
          </button>
        ) : null}
      </p>
      <ul className="project-list" aria-label={t("findings.list")}>
        {items.map((finding) => (
          <Item key={finding.id} finding={finding} />
        ))}
      </ul>
    </>
  );
}

function Item({ finding }: { readonly finding: Finding }) {
  const { nameOf, titleOf, language, t } = useFindingReader();
  const isHovered = useApp((state) => state.hoveredFinding === finding.id);
  const button = useRef<HTMLButtonElement>(null);
  // what is hovered on the map comes into sight in the list
  useEffect(() => {
    if (isHovered && !button.current?.matches(":hover, :focus"))
      button.current?.scrollIntoView({ block: "nearest" });
  }, [isHovered]);
  const { state, source, asOf, projects, place, level } = finding;
  const zone = nameIn(language, { nameZh: finding.zoneZh, nameEn: finding.zoneEn });
  const notes = [
    ...[nameOf("source", source), asOf, zone],
    ...projects.map((project) => nameIn(language, project)),
    ...[
      place === null ? t("findings.placeUnknown") : null,
      level === "internal" ? t("findings.internal") : null,
    ],
  ];
  const hover = (is: boolean) => () => setHoveredFinding(is ? finding.id : null);
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="project-row"
        data-finding={finding.id}
        data-hovered={isHovered}
        onClick={() => openFinding(finding)}
        onMouseEnter={hover(true)}
        onMouseLeave={hover(false)}
        onFocus={hover(true)}
        onBlur={hover(false)}
      >
        <span className="project-name">
          <FindingMark severity={finding.severity} />
          {titleOf(finding)}
        </span>
        <span className="project-stage" data-state={state}>
          {nameOf("state", state)}
        </span>
        <span className="project-note">{notes.filter(Boolean).join(" · ")}</span>
      </button>
    </li>
  );
}
