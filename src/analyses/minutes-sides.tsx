import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { REACH_DIRECTIONS } from "../../server/contract/reach.ts";
import { nameIn } from "../locale/name-text.ts";
import { timeText } from "../locale/time-text.ts";
import { Icon } from "../panels/icon.tsx";
import type { WalkSide } from "../state/app-state.ts";
import { selectFirstSide } from "../state/colouring.ts";
import { setBeside, setFirstSide, stopComparing, swapSides } from "../state/minutes.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { useFirstSide } from "./use-minutes.ts";

type Change = (change: Partial<WalkSide>) => void;

/** Who walks where and when; while two are compared in two columns, the fields that differ marked. */
export function MinutesSides() {
  const { t } = useTranslation();
  const first = useFirstSide();
  const beside = useApp((state) => state.minutes.beside);
  // on a narrow screen the answer comes first
  const [isWide] = useState(() => matchMedia("(min-width: 761px)").matches);
  if (first === null) return <p className="hint">{t("colouring.minutes.noFacilities")}</p>;
  return (
    <details className="minutes-chosen" open={isWide}>
      <summary>
        <SideText side={first} />
      </summary>
      <fieldset
        className="minutes-sides"
        data-compared={beside !== null}
        aria-label={t("minutesView.chosen")}
      >
        {beside === null ? null : (
          <p className="minutes-heads" aria-hidden="true">
            <b>{t("minutesView.first")}</b>
            <b>{t("minutesView.beside")}</b>
          </p>
        )}
        {FIELDS.map(({ name, Field }) => (
          <div
            key={name}
            className="minutes-field"
            data-field={name}
            data-differs={beside !== null && differs(name, first, beside)}
          >
            <span aria-hidden="true">{t(`minutesView.${name}`)}</span>
            <Field side={first} onChange={setFirstSide} label={labelOf(t, name, beside && "first")} />
            {beside === null ? null : (
              <Field side={beside} onChange={setBeside} label={labelOf(t, name, "beside")} />
            )}
          </div>
        ))}
      </fieldset>
      {beside === null ? null : <Compared />}
    </details>
  );
}

function SideText({ side }: { readonly side: WalkSide }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const category = (useApp(selectCatalogue)?.categories ?? []).find(({ code }) => code === side.category);
  const parts = [
    (category && nameIn(language, category)) ?? side.category,
    t(`persona.${side.persona}`),
    t(`minutesView.directions.${side.direction}`),
    side.flat ? t("minutesView.maps.flat") : timeText(side.at, t),
  ];
  return <>{parts.join(" · ")}</>;
}

type T = ReturnType<typeof useTranslation>["t"];

function labelOf(t: T, name: FieldName, side: "first" | "beside" | null): string {
  const label = t(`minutesView.${name}`);
  return side === null ? label : `${t(`minutesView.${side}`)} ${label}`;
}

interface FieldProps {
  readonly side: WalkSide;
  readonly onChange: Change;
  readonly label: string;
}

function CategoryField({ side, onChange, label }: FieldProps) {
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  return (
    <select
      aria-label={label}
      value={side.category}
      onChange={({ target }) => onChange({ category: target.value })}
    >
      {categories
        .filter(({ code, facilities }) => facilities > 0 || code === side.category)
        .map(({ code, ...names }) => (
          <option key={code} value={code}>
            {nameIn(language, names)}
          </option>
        ))}
    </select>
  );
}

function PersonaField({ side, onChange, label }: FieldProps) {
  const { t } = useTranslation();
  return (
    <select
      aria-label={label}
      value={side.persona}
      onChange={({ target }) => onChange({ persona: PERSONAS.find((each) => each === target.value)! })}
    >
      {PERSONAS.map((each) => (
        <option key={each} value={each}>
          {t(`persona.${each}`)}
        </option>
      ))}
    </select>
  );
}

function DirectionField({ side, onChange, label }: FieldProps) {
  const { t } = useTranslation();
  return (
    <select
      aria-label={label}
      value={side.direction}
      onChange={({ target }) =>
        onChange({ direction: REACH_DIRECTIONS.find((each) => each === target.value)! })
      }
    >
      {REACH_DIRECTIONS.map((each) => (
        <option key={each} value={each}>
          {t(`minutesView.directions.${each}`)}
        </option>
      ))}
    </select>
  );
}

const DAYS = ["wed", "sat", "sun"] as const;
// every half hour of the day; a field for times would be written as the browser's language has it, not the page's
const CLOCKS: readonly string[] = Array.from(
  { length: 48 },
  (_, at) => `${String(at >> 1).padStart(2, "0")}:${at % 2 === 0 ? "00" : "30"}`,
);

function TimeField({ side, onChange, label }: FieldProps) {
  const { t } = useTranslation();
  const [day, clock] = side.at.split("T") as [string, string];
  const days = DAYS.some((each) => each === day) ? DAYS : [day, ...DAYS];
  return (
    <span className="minutes-time">
      <select
        aria-label={`${label} ${t("minutesView.day")}`}
        value={day}
        onChange={({ target }) => onChange({ at: `${target.value}T${clock}` })}
      >
        {days.map((each) => (
          <option key={each} value={each}>
            {t(`minutesView.days.${each}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={`${label} ${t("minutesView.clock")}`}
        value={clock}
        onChange={({ target }) => onChange({ at: `${day}T${target.value}` })}
      >
        {(CLOCKS.includes(clock) ? CLOCKS : [clock, ...CLOCKS]).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </span>
  );
}

function MapField({ side, onChange, label }: FieldProps) {
  const { t } = useTranslation();
  return (
    <select
      aria-label={label}
      value={side.flat ? "flat" : "real"}
      onChange={({ target }) => onChange({ flat: target.value === "flat" })}
    >
      <option value="real">{t("minutesView.maps.real")}</option>
      <option value="flat">{t("minutesView.maps.flat")}</option>
    </select>
  );
}

const FIELDS = [
  { name: "category", Field: CategoryField },
  { name: "persona", Field: PersonaField },
  { name: "direction", Field: DirectionField },
  { name: "at", Field: TimeField },
  { name: "map", Field: MapField },
] as const;
type FieldName = (typeof FIELDS)[number]["name"];

function differs(name: FieldName, first: WalkSide, beside: WalkSide): boolean {
  const key = name === "map" ? "flat" : name;
  return first[key] !== beside[key];
}

const NIGHT = "T23:00";
const DAY = "T10:00";

// each changes one thing: what differs between the maps then is due to it
const PRESETS: Readonly<Record<string, () => void>> = {
  persona: () => {
    setFirstSide({ persona: "adult" });
    setBeside({ persona: "wheelchair" });
  },
  direction: () => {
    setFirstSide({ direction: "to" });
    setBeside({ direction: "from" });
  },
  at: () => {
    const [day] = selectFirstSide(useApp.getState())!.at.split("T");
    setFirstSide({ at: `${day}${DAY}` });
    setBeside({ at: `${day}${NIGHT}` });
  },
  flat: () => {
    setFirstSide({ flat: false });
    setBeside({ flat: true });
  },
  category: () => {
    const state = useApp.getState();
    const first = selectFirstSide(state)!;
    const held = (selectCatalogue(state)?.categories ?? []).filter(({ facilities }) => facilities > 0);
    const at = held.findIndex(({ code }) => code === first.category);
    setBeside({ category: held[(at + 1) % held.length]?.code ?? first.category });
  },
};

/** What is often held against each other, a click away. */
export function ComparePresets() {
  const { t } = useTranslation();
  return (
    <fieldset className="minutes-presets">
      <legend>{t("minutesView.compare")}</legend>
      {Object.entries(PRESETS).map(([name, begin]) => (
        <button key={name} type="button" className="chip" onClick={begin}>
          {t(`minutesView.preset.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

function Compared() {
  const { t } = useTranslation();
  return (
    <p className="actions minutes-compared">
      <button type="button" onClick={swapSides}>
        <Icon name="compare" />
        {t("minutesView.swap")}
      </button>
      <button type="button" onClick={stopComparing}>
        <Icon name="close" />
        {t("minutesView.stop")}
      </button>
    </p>
  );
}
