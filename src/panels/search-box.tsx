import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SearchHit } from "../../server/contract/catalogue.ts";
import { nameIn } from "../locale/name-text.ts";
import { forgetRecentHits, openHit, selectRecentHits, setSearchText } from "../state/search.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Finds named things and coordinates; arrows and Enter choose, Escape clears; empty, it offers what was found lately. */
export function SearchBox() {
  const { t } = useTranslation();
  const text = useApp((state) => state.searchText);
  const run = useApp((state) => state.hits);
  const recent = useApp(selectRecentHits);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const isRecent = run.status === "idle" && isOpen && recent.length > 0;
  const hits = isRecent ? recent : (answerOfRun(run) ?? []);
  const open = (hit: SearchHit) => {
    setOpen(false);
    openHit(hit);
  };
  const onKey = (event: React.KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setOpen(true);
      if (hits.length > 0) setActive((active + move + hits.length) % hits.length);
    }
    const hit = hits[active];
    if (event.key === "Enter" && hit) open(hit);
    if (event.key === "Escape") {
      setOpen(false);
      void setSearchText("");
    }
  };
  return (
    <div className="search">
      <Icon name="search" />
      <input
        type="search"
        role="combobox"
        aria-label={t("search.label")}
        aria-expanded={hits.length > 0}
        aria-controls="search-hits"
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `hit-${active}` : undefined}
        placeholder={t("search.placeholder")}
        value={text}
        onFocus={() => {
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setActive(0);
          void setSearchText(target.value);
        }}
        onKeyDown={onKey}
      />
      {run.status === "idle" && !isRecent ? null : (
        <div className="hits">
          <SearchRun />
          {isRecent ? <RecentHead /> : null}
          <HitList hits={hits} active={active} isGrouped={!isRecent} onOpen={open} />
        </div>
      )}
    </div>
  );
}

// why there are no hits, if there are none
function SearchRun() {
  const { t } = useTranslation();
  const run = useApp((state) => state.hits);
  if (run.status === "failed")
    return <FailureNote failure={run.failure} onRetry={() => setSearchText(run.params)} />;
  if ((answerOfRun(run) ?? []).length > 0) return null;
  if (run.status === "running") return <p>{t("search.busy")}</p>;
  return run.status === "done" ? <p>{t("search.none", { text: run.params })}</p> : null;
}

// pressing here must not take the focus, and with it the list, away
function RecentHead() {
  const { t } = useTranslation();
  return (
    <p className="hit-group">
      {t("search.recent")}{" "}
      <button
        type="button"
        className="quiet"
        onMouseDown={(event) => event.preventDefault()}
        onClick={forgetRecentHits}
      >
        {t("search.forget")}
      </button>
    </p>
  );
}

function HitList({
  hits,
  active,
  isGrouped,
  onOpen,
}: {
  readonly hits: readonly SearchHit[];
  readonly active: number;
  readonly isGrouped: boolean;
  readonly onOpen: (hit: SearchHit) => void;
}) {
  const { t } = useTranslation();
  return (
    <div id="search-hits" role="listbox" aria-label={t("search.label")}>
      {hits.map((hit, index) => (
        <div key={`${hit.layer}/${hit.id}`} role="presentation">
          {isGrouped && hit.layer !== hits[index - 1]?.layer ? (
            <p className="hit-group" role="presentation">
              {t(`layer.${hit.layer}`)}
            </p>
          ) : null}
          <Hit hit={hit} index={index} active={index === active} onOpen={onOpen} />
        </div>
      ))}
    </div>
  );
}

function kindOf({ layer, kind }: SearchHit, t: ReturnType<typeof useTranslation>["t"]): string {
  if (layer === "zone" && kind !== null) return t(`zoneKind.${kind}`);
  if (layer === "place") return t(`search.system.${kind}`, { defaultValue: t("layer.place") });
  return t(`layer.${layer}`);
}

function Hit({
  hit,
  index,
  active,
  onOpen,
}: {
  readonly hit: SearchHit;
  readonly index: number;
  readonly active: boolean;
  readonly onOpen: (hit: SearchHit) => void;
}) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const other = language === "en" ? hit.nameZh : hit.nameEn;
  const name = nameIn(language, hit) ?? t("search.place", { place: hit.id });
  return (
    <div
      id={`hit-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="hit"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onOpen(hit);
      }}
    >
      <span className="hit-name">{name}</span>
      <span className="hit-kind">
        {[kindOf(hit, t), other === name ? null : other].filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}
