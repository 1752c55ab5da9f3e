import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SearchHit } from "../../server/contract/catalogue.ts";
import { nameIn } from "../locale/name-text.ts";
import {
  forgetRecentHits,
  openHit,
  openProjectsNear,
  selectRecentHits,
  setSearchText,
} from "../state/search.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { selectScreen } from "./panel-screen.ts";

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** A hit to go to, or whose surroundings are asked for projects. */
interface Option {
  readonly hit: SearchHit;
  readonly isNear: boolean;
}

/** Finds named things and coordinates; arrows and Enter choose, Escape clears; empty, it offers what was found lately. What it offers goes away with the focus and as another screen is turned to; the text stays. */
export function SearchBox() {
  const { t } = useTranslation();
  const text = useApp((state) => state.searchText);
  const run = useApp((state) => state.hits);
  const recent = useApp(selectRecentHits);
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const close = useCallback(() => setOpen(false), []);
  const box = useClosed(isOpen, close);
  const isRecent = run.status === "idle" && isOpen && recent.length > 0;
  const hits = isRecent ? recent : (answerOfRun(run) ?? []);
  const mode = useApp((state) => state.mode);
  // the projects near the best hit that is none itself, offered as the last option
  const near = isRecent || mode === "projects" ? undefined : hits.find(({ layer }) => layer !== "project");
  const shown = isRecent ? hits : firstOfEach(hits);
  const options: readonly Option[] = [
    ...shown.map((hit) => ({ hit, isNear: false })),
    ...(near ? [{ hit: near, isNear: true }] : []),
  ];
  const open = ({ hit, isNear }: Option) => {
    setOpen(false);
    // under a finger the keyboard goes away again: it covers what was found
    if (matchMedia("(pointer: coarse)").matches) input.current?.blur();
    if (isNear) openProjectsNear(hit);
    else openHit(hit);
  };
  const onKey = (event: React.KeyboardEvent) => {
    const move = MOVES[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setOpen(true);
      if (options.length > 0) setActive((active + move + options.length) % options.length);
    }
    const option = options[active];
    if (event.key === "Enter" && option) open(option);
    if (event.key === "Escape") {
      setOpen(false);
      void setSearchText("");
    }
  };
  return (
    <div className="search" ref={box}>
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t("search.label")}
        aria-expanded={isOpen && hits.length > 0}
        aria-controls="search-hits"
        aria-autocomplete="list"
        aria-activedescendant={isOpen && hits.length > 0 ? `hit-${active}` : undefined}
        placeholder={t("search.placeholder")}
        value={text}
        onFocus={() => {
          setActive(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onChange={({ target }) => {
          setActive(0);
          setOpen(true);
          void setSearchText(target.value);
        }}
        onKeyDown={onKey}
      />
      {!isOpen || (run.status === "idle" && !isRecent) ? null : (
        <Offered isRecent={isRecent} isNearMode={mode === "projects" && hits.length > 0}>
          <HitList options={options} active={active} isGrouped={!isRecent} onOpen={open} />
        </Offered>
      )}
    </div>
  );
}

// closes with another screen, by a step back as well, and with a press or the focus elsewhere
function useClosed(isOpen: boolean, close: () => void) {
  const box = useRef<HTMLDivElement>(null);
  const screen = useApp(selectScreen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each screen that is turned to
  useEffect(close, [screen]);
  useEffect(() => {
    if (!isOpen) return;
    const onElsewhere = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) close();
    };
    for (const kind of ["focusin", "pointerdown"]) addEventListener(kind, onElsewhere);
    return () => {
      for (const kind of ["focusin", "pointerdown"]) removeEventListener(kind, onElsewhere);
    };
  }, [isOpen, close]);
  return box;
}

interface OfferedProps {
  readonly isRecent: boolean;
  /** A place is taken for where projects are sought. */
  readonly isNearMode: boolean;
  readonly children: ReactNode;
}

function Offered({ isRecent, isNearMode, children }: OfferedProps) {
  const { t } = useTranslation();
  return (
    // a box that scrolls would be a stop of the keyboard; the arrows go through it
    <div className="hits" tabIndex={-1}>
      <SearchRun />
      {isNearMode ? <p className="hint">{t("find.nearMode")}</p> : null}
      {isRecent ? <RecentHead /> : null}
      {children}
    </div>
  );
}

/** Hits of one kind shown at most: the others do not push the other kinds out of sight. */
const SHOWN_OF_KIND = 5;

function firstOfEach(hits: readonly SearchHit[]): SearchHit[] {
  const seen = new Map<string, number>();
  return hits.filter(({ layer }) => {
    const before = seen.get(layer) ?? 0;
    seen.set(layer, before + 1);
    return before < SHOWN_OF_KIND;
  });
}

// why there are no hits, if there are none
function SearchRun() {
  const { t } = useTranslation();
  const run = useApp((state) => state.hits);
  if (run.status === "failed")
    return <FailureNote failure={run.failure} onRetry={() => setSearchText(run.params)} />;
  if ((answerOfRun(run) ?? []).length > 0) return null;
  if (run.status === "running") return <p>{t("search.busy")}</p>;
  if (run.status !== "done") return null;
  return (
    <>
      <p>{t("search.none", { text: run.params })}</p>
      <p className="hint">{t("find.searchHint")}</p>
    </>
  );
}

// pressing here must not take the focus away
function RecentHead() {
  const { t } = useTranslation();
  return (
    <p className="hit-group">
      {t("search.recent")}{" "}
      <button type="button" className="quiet" onClick={forgetRecentHits}>
        {t("search.forget")}
      </button>
    </p>
  );
}

function HitList({
  options,
  active,
  isGrouped,
  onOpen,
}: {
  readonly options: readonly Option[];
  readonly active: number;
  readonly isGrouped: boolean;
  readonly onOpen: (option: Option) => void;
}) {
  const { t } = useTranslation();
  return (
    <div id="search-hits" role="listbox" aria-label={t("search.label")}>
      {options.map((option, index) => (
        <div key={`${option.hit.layer}/${option.hit.id}/${option.isNear}`} role="presentation">
          {isGrouped && groupOf(option) !== groupOf(options[index - 1]) ? (
            <p className="hit-group" role="presentation">
              {t(`layer.${groupOf(option)}`)} <GroupCount layer={option.isNear ? null : option.hit.layer} />
            </p>
          ) : null}
          <Hit option={option} index={index} active={index === active} onOpen={onOpen} />
        </div>
      ))}
    </div>
  );
}

// how many of a kind there are, where not all are shown; of a great many the service names the first
function GroupCount({ layer }: { readonly layer: string | null }) {
  const run = useApp((state) => state.hits);
  const count = (answerOfRun(run) ?? []).filter((hit) => hit.layer === layer).length;
  return count > SHOWN_OF_KIND ? `${SHOWN_OF_KIND}/${count}` : null;
}

const groupOf = (option: Option | undefined) => (option?.isNear ? "project" : option?.hit.layer);

function kindOf({ layer, kind }: SearchHit, t: ReturnType<typeof useTranslation>["t"]): string {
  if (layer === "landmark" && kind !== null) return t([`find.landmark.${kind}`, "layer.landmark"]);
  if (layer === "zone" && kind !== null) return t(`zoneKind.${kind}`);
  if (layer === "place") return t(`search.system.${kind}`, { defaultValue: t("layer.place") });
  return t(`layer.${layer}`);
}

function Hit({
  option,
  index,
  active,
  onOpen,
}: {
  readonly option: Option;
  readonly index: number;
  readonly active: boolean;
  readonly onOpen: (option: Option) => void;
}) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const { hit, isNear } = option;
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
      onClick={() => onOpen(option)}
      onKeyDown={(event) => {
        if (event.key === "Enter") onOpen(option);
      }}
    >
      <span className="hit-name">{isNear ? t("find.projectsNear", { name }) : name}</span>
      {isNear ? null : (
        <span className="hit-kind">
          {[kindOf(hit, t), other === name ? null : other].filter(Boolean).join(" · ")}
        </span>
      )}
    </div>
  );
}
