import { useState } from "react";
import type {
  AcquisitionPlotPage,
  SigningPoint,
  SigningTarget,
} from "../../server/contract/acquisition-plots.ts";
import { SigningCurve } from "../analyses/signing-curve.tsx";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { shownStage } from "../state/plot-share.ts";
import { removeCounts } from "../state/signing.ts";
import { useApp } from "../state/store.ts";

const DAY_MS = 86_400_000;
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** The curve of a plot by day for one stage, its target, and the days that were reported. */
export function PlotCurve({ page }: { readonly page: AcquisitionPlotPage }) {
  const { t, language } = useReader();
  const [stage, setStage] = useState<string>(shownStage(page.plot.purpose));
  const isWritable = useApp((state) => state.settings?.readOnly === false);
  // what follows from households is not taken back by hand
  const canWrite = isWritable && !page.kept;
  const points = page.curves.find((each) => each.stage === stage)?.points ?? NO_POINTS;
  const target = page.targets.find((each) => each.stage === stage) ?? null;
  const name = page.stages.find(({ code }) => code === stage);
  const named = name ? (nameIn(language, name) ?? stage) : stage;
  return (
    <section className="plot-curve">
      <label className="field">
        <span>{t("signing.plot.shown")}</span>
        <select value={stage} onChange={({ target: chosen }) => setStage(chosen.value)}>
          {page.stages
            .filter(({ counted }) => counted === "households")
            .map((each) => (
              <option key={each.code} value={each.code}>
                {nameIn(language, each)}
              </option>
            ))}
        </select>
      </label>
      {points.length === 0 ? (
        <p className="hint">{t("signing.plot.noPoints")}</p>
      ) : (
        <SigningCurve stage={named} points={points} target={target} most={page.plot.households} />
      )}
      <Target target={target} latest={points.at(-1)} />
      {points.length === 0 ? null : (
        <details>
          <summary>{t("signing.plot.days")}</summary>
          <ul className="signing-days">
            {points.map((point) => (
              <Day key={point.on} point={point} onTakeBack={canWrite ? () => takeBack(point.on) : null} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );

  function takeBack(on: string): void {
    void removeCounts(page.plot.id, { stage, on });
  }
}

const NO_POINTS: readonly SigningPoint[] = [];

function Day({
  point,
  onTakeBack,
}: {
  readonly point: SigningPoint;
  readonly onTakeBack: (() => void) | null;
}) {
  const { t, numbers } = useReader();
  return (
    <li>
      <time dateTime={point.on}>{point.on}</time>
      <span>
        {point.partly ? "≥ " : ""}
        {t("signing.households", { count: numbers.number(point.households) })}
        {point.areaSqm === null ? null : ` · ${numbers.number(point.areaSqm, 2)} m²`}
      </span>
      {onTakeBack === null ? null : (
        <button type="button" className="quiet" onClick={onTakeBack}>
          {t("signing.plot.takeBack")}
        </button>
      )}
    </li>
  );
}

interface TargetProps {
  readonly target: SigningTarget | null;
  readonly latest: SigningPoint | undefined;
}

function Target({ target, latest }: TargetProps) {
  const { t, numbers } = useReader();
  if (target === null) return <p className="hint">{t("signing.plot.noTarget")}</p>;
  const { startsOn, dueOn, households } = target;
  // both days belong to the term: a hundred days from the 1st end with the 100th day
  const days = daysFrom(startsOn, dueOn) + 1;
  const gone = latest && Math.min(days, Math.max(0, daysFrom(startsOn, latest.on) + 1));
  return (
    <p className="signing-target">
      <b>{t("signing.plot.target")}</b>{" "}
      {t("signing.plot.targetText", {
        start: startsOn,
        due: dueOn,
        households: numbers.number(households),
        days,
      })}
      {latest === undefined || gone === undefined || latest.partly ? null : (
        <span>
          {t("signing.plot.pace", {
            date: latest.on,
            expected: numbers.number(Math.ceil((households * gone) / days)),
            actual: numbers.number(latest.households),
          })}
        </span>
      )}
    </p>
  );
}
