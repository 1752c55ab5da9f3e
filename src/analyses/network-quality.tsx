import { useTranslation } from "react-i18next";
import type { FindingPlace, NetworkQualityResult } from "../../server/contract/network-quality.ts";
import { nameIn } from "../locale/name-text.ts";
import { placeKind } from "../locale/street-kind.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { toggleFinding } from "../state/network-quality.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { pickStreetMark } from "../state/street.ts";
import type { NetworkQualityAnswer } from "../state/street-state.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { StreetDownloads } from "./street-downloads.tsx";
import { placeOf } from "./street-ends.tsx";

type Finding = NetworkQualityResult["findings"][number];

/** Finding by finding how many there are of how many, each with its places on the map. */
function NetworkQuality({ answer }: { readonly answer: NetworkQualityAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { edges, lengthM, parts, slopes, findings } = answer.result;
  return (
    <>
      <p className="hint">
        {t("street.quality.summary", {
          edges: numbers.number(edges),
          length: numbers.length(lengthM),
          parts: numbers.number(parts.count),
          share: numbers.share(parts.largestLengthShare),
        })}
      </p>
      {slopes.overFlat === null ? null : (
        <p className="hint">
          {t("street.quality.slopes", {
            overFlat: numbers.ratio(slopes.overFlat),
            slowerOverFaster: numbers.ratio(slopes.slowerOverFaster),
            length: numbers.length(slopes.lengthM),
          })}
        </p>
      )}
      <p className="hint">{t("street.quality.hint")}</p>
      <ul className="street-findings">
        {findings.map((finding) => (
          <FindingLine key={finding.code} finding={finding} />
        ))}
      </ul>
      <StreetDownloads shown={{ asked: "network-quality", answer }} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="street" />
    </>
  );
}

// metres, or a slope
function useValue({ unit }: Finding): (value: number | null) => string {
  const numbers = useNumbers();
  return unit === "1" ? numbers.share : numbers.length;
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const value = useValue(finding);
  const isOpen = useApp((state) => state.networkFinding === finding.code);
  const { code, count, of, places, limit } = finding;
  const texts = { limit: value(limit) };
  const counted = { count: numbers.number(count), of: numbers.number(of) };
  return (
    <li data-finding={code}>
      <button
        type="button"
        className="street-place"
        disabled={count === 0}
        aria-expanded={isOpen}
        onClick={() => toggleFinding(code)}
      >
        <span>
          {t(`street.quality.code.${code}`, texts)}
          <b>{count === 0 ? t("street.quality.none") : t("street.quality.count", counted)}</b>
        </span>
        <small>{t(`street.quality.explain.${code}`, texts)}</small>
      </button>
      {isOpen ? (
        <ol className="street-places">
          {places.map((place) => (
            <PlaceLine key={`${place.id ?? ""}${place.at.join()}`} finding={finding} place={place} />
          ))}
        </ol>
      ) : null}
      {isOpen && places.length < count ? (
        <p className="hint">{t("street.quality.more", { shown: places.length, count })}</p>
      ) : null}
    </li>
  );
}

function PlaceLine({ finding, place }: { readonly finding: Finding; readonly place: FindingPlace }) {
  const { t } = useTranslation();
  const value = useValue(finding);
  const name = usePlaceName(place, t(`street.quality.code.${finding.code}`, { limit: value(finding.limit) }));
  const isPicked = useApp(({ streetMark }) => streetMark?.at.join() === placeOf(place.at).join());
  return (
    <li>
      <button
        type="button"
        className="street-place"
        aria-pressed={isPicked}
        onClick={() => pickStreetMark({ at: placeOf(place.at), across: null })}
      >
        <span>{name}</span>
        <small>
          {finding.code === "dangling-end" && place.value === 0
            ? t("street.quality.touching")
            : t(`street.quality.value.${finding.code}`, { value: value(place.value) })}
          {place.sourceId === null ? null : ` · ${place.sourceId}`}
        </small>
      </button>
    </li>
  );
}

// its name, else its category or kind
function usePlaceName(place: FindingPlace, otherwise: string): string {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const kind = place.kind && placeKind(place.kind, categories, { t, language });
  return nameIn(language, place) ?? kind ?? otherwise;
}

export const networkQualityView: AnalysisView<"network-quality"> = { Form: null, Result: NetworkQuality };
