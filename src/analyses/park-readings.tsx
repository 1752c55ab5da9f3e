import { useTranslation } from "react-i18next";
import type { ParkCoverageResult, Reading } from "../../server/contract/park-coverage.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { setRadius } from "../state/radius.ts";
import { useApp } from "../state/store.ts";
import { percentText, titleOf } from "./radius-text.ts";

const FIRST_READINGS = 3;

/** A published coverage, and which of the readings it would be. */
export function PublishedReadings({ result }: { readonly result: ParkCoverageResult }) {
  const { t } = useTranslation();
  return (
    <section className="radius-published" aria-label={t("radius.published.title")}>
      <h3>{t("radius.published.title")}</h3>
      <PublishedForm result={result} />
      {result.published === null ? null : <Readings result={result} published={result.published} />}
    </section>
  );
}

function PublishedForm({ result }: { readonly result: ParkCoverageResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const published = useApp((state) => state.radius.published);
  const take = (form: FormData) => {
    const text = String(form.get("published")).trim().replace("%", "");
    const share = Number(text) / 100;
    setRadius({ published: text === "" || !(share >= 0 && share <= 1) ? null : Number(share.toFixed(6)) });
  };
  return (
    <>
      <form action={take} className="radius-published-form" key={published}>
        <label className="field">
          <span>{t("radius.published.value")}</span>
          <input
            name="published"
            type="number"
            min={0}
            max={100}
            step="any"
            inputMode="decimal"
            defaultValue={published === null ? "" : Number((published * 100).toFixed(4))}
          />
        </label>
        <button type="submit">{t("radius.published.compare")}</button>
      </form>
      <p className="radius-references">
        {result.references.map(({ id, value, jurisdiction, asOf, basis, source }) => (
          <button
            key={id}
            type="button"
            className="chip"
            title={`${basis} · ${source}`}
            onClick={() => setRadius({ published: value })}
          >
            {percentText(value, numbers)} · {t(`sheetPage.jurisdiction.${jurisdiction}`)} {asOf}
          </button>
        ))}
      </p>
    </>
  );
}

function Readings({
  result,
  published: { share, readings },
}: {
  readonly result: ParkCoverageResult;
  readonly published: NonNullable<ParkCoverageResult["published"]>;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const value = percentText(share, numbers);
  if (readings.length === 0) return <p>{t("radius.published.nothing")}</p>;
  const agreeing = readings.filter(({ agrees }) => agrees);
  const shown = agreeing.length > 0 ? agreeing : readings.slice(0, FIRST_READINGS);
  return (
    <div data-field="published">
      <p>
        {t(agreeing.length > 0 ? "radius.published.agree" : "radius.published.noneAgrees", {
          value,
          count: agreeing.length,
        })}
      </p>
      <ol>
        {shown.map((reading) => (
          <ReadingLine
            key={`${reading.definition} ${reading.measure} ${reading.land}`}
            result={result}
            reading={reading}
          />
        ))}
      </ol>
      <p className="hint">{t("radius.published.caution")}</p>
    </div>
  );
}

function ReadingLine({
  result,
  reading,
}: {
  readonly result: ParkCoverageResult;
  readonly reading: Reading;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { definition, measure, land, share, difference } = reading;
  const figure = result.figures.find((each) => each.definition === definition);
  const of =
    measure === "land" && land !== null
      ? t(`radius.reading.${land}`)
      : t(`radius.reading.${measure}`, { of: t(`radius.of.${result.rankedBy}`) });
  const points = numbers.number(Math.abs(difference) * 100, 1);
  return (
    <li>
      <button type="button" className="lit" onClick={() => setRadius({ definition })}>
        {figure ? titleOf(figure, language) : definition}
      </button>
      <small>
        {of} · <b>{percentText(share, numbers)}</b> ·{" "}
        {t(difference >= 0 ? "radius.published.above" : "radius.published.below", { points })}
      </small>
    </li>
  );
}
