import { useTranslation } from "react-i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import { type FilterCountResult, MAX_ORDINALS } from "../../server/contract/filter-count.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showFilter } from "../state/filter.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { edgeNote, Figure, ShareBar } from "./figure.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";

/** The counts the sheet always gives, a line each, and a way to see which buildings they are. */
export function FilterCounts({ counts }: { readonly counts: AnswerSheetResult["filterCounts"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  if (counts.length === 0) return null;
  return (
    <div className="filter-counts" data-field="filterCounts">
      {counts.map(({ name, titleZh, titleEn, conditions, result }) => (
        <section key={name}>
          <h4>
            {nameIn(language, { nameZh: titleZh, nameEn: titleEn })}
            <button type="button" className="quiet" onClick={() => showFilter(conditions)}>
              {t("filter.showWhich")}
            </button>
          </h4>
          <p className="counts">
            <b>{numbers.count(result.buildings)}</b> {t("unit.buildings")} · {t("field.gfaAboveSqm")}{" "}
            {numbers.floorArea(result.gfaAboveSqm)} · {t("field.dwellings")} {numbers.count(result.dwellings)}{" "}
            · {t("field.residents")} {numbers.count(result.residents)}
          </p>
          <UnknownShares unknown={result.unknown.filter(({ buildings }) => buildings > 0)} />
        </section>
      ))}
    </div>
  );
}

/** For each condition the buildings whose value is not known, which are counted neither way. */
function UnknownShares({ unknown }: { readonly unknown: FilterCountResult["unknown"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (unknown.length === 0) return null;
  return (
    <dl className="filter-unknown" data-field="unknown" aria-label={t("filter.unknownTitle")}>
      {unknown.map(({ field, buildings, share }, at) => (
        // two conditions may be on one field
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and keep their order
        <div key={`${field}/${at}`} data-condition={field}>
          <dt>{t("filter.phrase.unknown", { field: t(`field.${field}`) })}</dt>
          <dd>
            <ShareBar
              share={share}
              tone="unknown"
              text={`${numbers.share(share)} · ${numbers.count(buildings)} ${t("unit.buildings")}`}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was found, what of it is not known, and whether it is lit on the map. */
function FilterCount({ result }: { readonly result: FilterCountResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { buildings, dwellings, residents, gfaAboveSqm, unknown } = result;
  if (buildings === null) {
    const fields = unknown
      .filter(({ share }) => share !== null && share > 0.999999)
      .map(({ field }) => field);
    return (
      <p className="filter-none" data-field="filterNotJudged">
        {t("filter.notJudged", { fields: fields.map((field) => t(`field.${field}`)).join(t("filter.join")) })}
      </p>
    );
  }
  const some = unknown.filter((each) => each.buildings > 0);
  return (
    <>
      <dl className="headline filter-figures">
        <Figure field="buildings" value={numbers.count(buildings)} note={edgeNote(buildings, t)} />
        <Figure field="dwellings" value={numbers.count(dwellings)} isUnknown={dwellings === null} />
        <Figure field="residents" value={numbers.count(residents)} isUnknown={residents === null} />
        <Figure field="gfaAboveSqm" value={numbers.floorArea(gfaAboveSqm)} isUnknown={gfaAboveSqm === null} />
      </dl>
      {buildings === 0 ? (
        <p className="hint">{t("filter.none")}</p>
      ) : (
        <p className="hint filter-lit">
          <i aria-hidden="true" />
          {result.ordinals === null
            ? t("filter.tooMany", { most: numbers.number(MAX_ORDINALS) })
            : t("filter.lit")}
        </p>
      )}
      {some.length === 0 ? (
        <p className="hint">{t("filter.unknownNone")}</p>
      ) : (
        <>
          <h3>{t("filter.unknownTitle")}</h3>
          <UnknownShares unknown={some} />
        </>
      )}
    </>
  );
}

export const filterCountView: AnalysisView<"filter-count"> = {
  Form: null,
  Result: ({ answer }) => (
    <>
      <FilterCount result={answer.result} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} />
    </>
  ),
};
