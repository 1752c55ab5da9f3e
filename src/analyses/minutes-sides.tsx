import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import { timeText } from "../locale/time-text.ts";
import { Icon } from "../panels/icon.tsx";
import type { WalkSide } from "../state/colouring-state.ts";
import { setBeside, setFirstSide, stopComparing, swapSides } from "../state/minutes.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { SIDE_FIELDS } from "./side-fields.tsx";
import { UpstairsSelect } from "./upstairs-select.tsx";
import { useFirstSide } from "./use-minutes.ts";

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
        {SIDE_FIELDS.map(({ name, Field }) => (
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
      <UpstairsField />
      {beside === null ? null : <Compared />}
    </details>
  );
}

function SideText({ side }: { readonly side: WalkSide }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const upstairs = useApp((state) => state.conditions.upstairs);
  const category = (useApp(selectCatalogue)?.categories ?? []).find(({ code }) => code === side.category);
  const parts = [
    (category && nameIn(language, category)) ?? side.category,
    t(`persona.${side.persona}`),
    t(`minutesView.directions.${side.direction}`),
    side.flat ? t("minutesView.maps.flat") : timeText(side.at, t),
    ...(upstairs === "none" ? [] : [t(`walking.conditions.stairs.${upstairs}`)]),
  ];
  return <>{parts.join(" · ")}</>;
}

type T = ReturnType<typeof useTranslation>["t"];

function labelOf(t: T, name: FieldName, side: "first" | "beside" | null): string {
  const label = t(`minutesView.${name}`);
  return side === null ? label : `${t(`minutesView.${side}`)} ${label}`;
}

type FieldName = (typeof SIDE_FIELDS)[number]["name"];

function differs(name: FieldName, first: WalkSide, beside: WalkSide): boolean {
  const key = name === "map" ? "flat" : name;
  return first[key] !== beside[key];
}

// of both sides alike
function UpstairsField() {
  const { t } = useTranslation();
  const upstairs = useApp((state) => state.conditions.upstairs);
  return (
    <>
      <p className="minutes-field minutes-upstairs">
        <span>{t("walking.conditions.upstairs")}</span>
        <UpstairsSelect label={t("walking.conditions.upstairs")} />
      </p>
      {upstairs === "none" ? null : <p className="hint">{t("minutesView.upstairsHint")}</p>}
    </>
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
