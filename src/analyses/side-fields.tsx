import { useTranslation } from "react-i18next";
import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { REACH_DIRECTIONS } from "../../server/contract/reach.ts";
import { nameIn } from "../locale/name-text.ts";
import type { WalkSide } from "../state/colouring-state.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

interface FieldProps {
  readonly side: WalkSide;
  readonly onChange: (change: Partial<WalkSide>) => void;
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

/** What makes a side, field by field. */
export const SIDE_FIELDS = [
  { name: "category", Field: CategoryField },
  { name: "persona", Field: PersonaField },
  { name: "direction", Field: DirectionField },
  { name: "at", Field: TimeField },
  { name: "map", Field: MapField },
] as const;
