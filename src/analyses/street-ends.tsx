import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoadNetworkResult, StreetEnd } from "../../server/contract/road-network.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import { nameIn } from "../locale/name-text.ts";
import type { NumberText } from "../locale/number-text.ts";
import { streetKind } from "../locale/street-kind.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { Language } from "../state/appearance-state.ts";
import { useApp } from "../state/store.ts";
import { pickStreetMark } from "../state/street.ts";

const FIRST_ENDS = 8;

export const placeOf = ([lon, lat]: readonly number[]): LonLat => [lon!, lat!];

/** What an end is called: its street, else what kind of street it is. */
export const endName = (end: StreetEnd, t: TFunction, language: Language): string =>
  nameIn(language, end) ?? t("street.end.unnamed", { kind: streetKind(end.kind, t).toLowerCase() });

type Ends = Pick<
  RoadNetworkResult,
  "deadEnds" | "deadEndsPerSqkm" | "deadEndCandidates" | "candidates" | "ends"
>;

/** How many dead ends there are, those that would pay to be joined, and the others behind a click. */
export function DeadEnds({ title, result }: { readonly title: string; readonly result: Ends }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { candidates, ends, deadEnds, deadEndsPerSqkm, deadEndCandidates } = result;
  const others = deadEnds - deadEndCandidates;
  return (
    <section>
      <h3>
        {title} {numbers.number(deadEnds)}
        {deadEndsPerSqkm === null ? null : (
          <small> {t("street.countPerSqkm", { value: numbers.number(deadEndsPerSqkm, 1) })}</small>
        )}
      </h3>
      <h4>
        {t("street.road.candidates")} {numbers.number(deadEndCandidates)}
      </h4>
      {candidates.length === 0 ? (
        <p className="hint">{t("street.road.noCandidates")}</p>
      ) : (
        <>
          <p className="hint">{t("street.road.candidatesHint")}</p>
          <StreetEnds field="candidates" ends={candidates} total={deadEndCandidates} />
        </>
      )}
      {ends.length === 0 ? null : (
        <details className="street-more">
          <summary>
            {t("street.road.ends")} {numbers.number(others)}
          </summary>
          <StreetEnds field="ends" ends={ends} total={others} />
        </details>
      )}
    </section>
  );
}

/** Ends of streets to look at; one chosen is shown on the map with what lies across. */
function StreetEnds({
  field,
  ends,
  total,
}: {
  readonly field: string;
  readonly ends: readonly StreetEnd[];
  /** How many there are, of which the listed ones come first. */
  readonly total: number;
}) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? ends : ends.slice(0, FIRST_ENDS);
  return (
    <>
      <ol className="street-places" data-field={field}>
        {shown.map((end) => (
          <End key={end.at.join()} end={end} />
        ))}
      </ol>
      {shown.length < ends.length ? (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t(ends.length < total ? "street.end.showListed" : "street.end.showAll", {
            shown: ends.length,
            count: total,
          })}
        </button>
      ) : null}
      {isWhole && ends.length < total ? (
        <p className="hint">{t("street.end.listed", { shown: ends.length, count: total })}</p>
      ) : null}
    </>
  );
}

function End({ end }: { readonly end: StreetEnd }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isPicked = useApp(({ streetMark }) => streetMark?.at.join() === end.at.join());
  const { at, across, lengthM } = end;
  const facts = [t("street.end.length", { length: numbers.length(lengthM) })];
  if (across) facts.push(...acrossFacts(across, { t, numbers, language }));
  return (
    <li>
      <button
        type="button"
        className="street-place"
        aria-pressed={isPicked}
        onClick={() => pickStreetMark({ at: placeOf(at), across: across && placeOf(across.at) })}
      >
        <span>{endName(end, t, language)}</span>
        <small>{facts.join(" · ")}</small>
      </button>
    </li>
  );
}

interface Speech {
  readonly t: TFunction;
  readonly numbers: NumberText;
  readonly language: Language;
}

/** Nearer than that two heights of an elevation model are one. */
const LEVEL_M = 1;

function acrossFacts(across: NonNullable<StreetEnd["across"]>, { t, numbers, language }: Speech): string[] {
  const { gapM, wayM, riseM } = across;
  const name = nameIn(language, across) ?? t("street.end.nearby");
  const gap = { name, gap: numbers.length(gapM) };
  return [
    wayM === null
      ? t("street.end.gapNoWay", gap)
      : t("street.end.gap", { ...gap, way: numbers.length(wayM) }),
    riseText(riseM, t, numbers),
  ];
}

function riseText(riseM: number | null, t: TFunction, numbers: NumberText): string {
  if (riseM === null) return t("street.end.heightUnknown");
  if (Math.abs(riseM) < LEVEL_M) return t("street.end.level");
  return t(riseM > 0 ? "street.end.up" : "street.end.down", { rise: numbers.number(Math.abs(riseM), 0) });
}
