import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SearchHit } from "../../server/contract/catalogue.ts";
import { nameIn } from "../locale/name-text.ts";
import { openHit, setSearchText } from "../state/search.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";

/** Finds named things and coordinates; arrows and Enter choose, Escape clears. */
export function SearchBox() {
  const { t } = useTranslation();
  const text = useApp((state) => state.searchText);
  const run = useApp((state) => state.hits);
  const hits = answerOfRun(run) ?? [];
  const [active, setActive] = useState(0);
  const onKey = (event: React.KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive((active + move + hits.length) % hits.length);
    }
    const hit = hits[active];
    if (event.key === "Enter" && hit) openHit(hit);
    if (event.key === "Escape") void setSearchText("");
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
        onChange={({ target }) => {
          setActive(0);
          void setSearchText(target.value);
        }}
        onKeyDown={onKey}
      />
      {run.status === "idle" ? null : (
        <div className="hits">
          {run.status === "failed" ? (
            <FailureNote failure={run.failure} onRetry={() => setSearchText(text)} />
          ) : null}
          {run.status === "running" && hits.length === 0 ? <p>{t("search.busy")}</p> : null}
          {run.status === "done" && hits.length === 0 ? (
            <p>{t("search.none", { text: run.params })}</p>
          ) : null}
          <div id="search-hits" role="listbox" aria-label={t("search.label")}>
            {hits.map((hit, index) => (
              <Hit key={`${hit.layer}/${hit.id}`} hit={hit} index={index} active={index === active} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

function Hit({
  hit,
  index,
  active,
}: {
  readonly hit: SearchHit;
  readonly index: number;
  readonly active: boolean;
}) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const kind =
    hit.layer === "zone" && hit.kind !== null ? t(`zoneKind.${hit.kind}`) : t(`layer.${hit.layer}`);
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
      onClick={() => openHit(hit)}
      onKeyDown={(event) => {
        if (event.key === "Enter") openHit(hit);
      }}
    >
      <span className="hit-name">{name}</span>
      <span className="hit-kind">{[kind, other === name ? null : other].filter(Boolean).join(" · ")}</span>
    </div>
  );
}
