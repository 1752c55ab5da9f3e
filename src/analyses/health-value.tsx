import { useTranslation } from "react-i18next";
import type { HealthIndicator } from "../../server/contract/health-check.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { HealthAnswer } from "../state/health-state.ts";
import { useApp } from "../state/store.ts";
import { ListFinding } from "./list-finding.tsx";
import { ZoneLink } from "./zone-link.tsx";

type Part = { readonly of: HealthIndicator; readonly answer: HealthAnswer };

// of how many it was counted, where that is a count too and not what was divided by
const COUNTED: readonly HealthIndicator["unit"][] = ["buildings", "estates", "communities", "km", "sqkm"];

/** What an indicator is here: value, of how many, what is not known, how it stands to its reference, and where it lacks. */
export function HealthValue({ of, answer }: Part) {
  const { t } = useTranslation();
  const textOf = useUnit(of.unit);
  if (of.value === null)
    return <span className="health-none">{of.reason === null ? null : t(`health.reason.${of.reason}`)}</span>;
  const isCounted = COUNTED.includes(of.unit);
  return (
    <>
      <b className="health-value">
        {of.unknown ? t("health.known", { value: textOf(of.value) }) : textOf(of.value)}
      </b>
      {isCounted && of.of !== null ? <small>{t("health.ofCount", { of: textOf(of.of) })}</small> : null}
      {isCounted && of.unknown ? <small>{t("health.unknown", { unknown: textOf(of.unknown) })}</small> : null}
      {of.unit === "sqm-per-resident" && of.unknown ? (
        <small>{t("health.unmeasured", { count: of.unknown })}</small>
      ) : null}
      {of.met === null ? null : (
        <small>{t(of.met ? "health.met" : "health.notMet", { threshold: textOf(of.threshold!) })}</small>
      )}
      <Problem of={of} answer={answer} />
    </>
  );
}

// where it lacks, else the value itself: what may be made a finding
function Problem({ of, answer }: Part) {
  const language = useApp((state) => state.language);
  if (of.lacking.length > 0) return <Lacking of={of} answer={answer} />;
  if (!isProblem(of)) return null;
  return (
    <ListFinding answer={answer} indicator={of.code} zone={null} about={nameIn(language, of) ?? of.code} />
  );
}

// a value that may be made a finding: it misses its reference, or counts what should not be
function isProblem({ met, value, direction, threshold }: HealthIndicator): boolean {
  if (met !== null) return !met;
  return value !== null && threshold === null && (direction === "lower" ? value > 0 : direction === "higher");
}

export function useUnit(unit: HealthIndicator["unit"]): (value: number) => string {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (unit === "share" || unit === "growth") return (value) => numbers.share(value);
  const text = ["buildings", "dwellings", "estates", "communities", "places"].includes(unit)
    ? numbers.count
    : numbers.ratio;
  return (value) => t(`health.unit.${unit}`, { value: text(value) });
}

function Lacking({ of: { code, lacking, value }, answer }: Part) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  return (
    <details className="health-lacking">
      <summary>{t("health.lacking.zones", { count: lacking.length })}</summary>
      {value !== null && value > lacking.length && Number.isInteger(value) ? (
        <p className="hint">{t("health.lacking.more", { count: lacking.length })}</p>
      ) : null}
      <ul>
        {lacking.map((zone) => (
          <li key={zone.id}>
            <ZoneLink id={zone.id} name={nameIn(language, zone) ?? zone.id} />
            <ListFinding
              answer={answer}
              indicator={code}
              zone={zone.id}
              about={nameIn(language, zone) ?? zone.id}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
