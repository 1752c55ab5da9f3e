import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import type { SheetAnswer } from "../state/sheet-state.ts";
import { useApp } from "../state/store.ts";
import { HeadlineBand } from "./block-bands.tsx";
import { residentsUnknownCode } from "./density.tsx";
import { useDistrictSheet, useIsDistrict } from "./district-sheet.ts";
import { edgeNote } from "./figure.tsx";
import {
  type HeadlineFigure,
  headlineFigures,
  pointsOf,
  publishedOf,
  relativeTo,
} from "./headline-figures.ts";
import { isUntold, type Told, toldText } from "./plot-ratio-ends.ts";
import { publishedText } from "./published-table.tsx";

/** The figures one is asked for first, each with what the district has and what is officially published. */
export function Headline({ answer }: { readonly answer: SheetAnswer }) {
  return (
    <dl className="headline">
      {headlineFigures(answer.result).map((figure) => (
        <HeadlineCell key={figure.field} figure={figure} answer={answer} />
      ))}
      <HeadlineBand bands={answer.result.plotRatio.bands} />
    </dl>
  );
}

interface CellProps {
  readonly figure: HeadlineFigure;
  readonly answer: SheetAnswer;
}

function HeadlineCell({ figure, answer }: CellProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const mode = useApp((state) => state.sheetParams.mode);
  const told = figure.told(answer.result, mode);
  const mark = useMark(figure, answer);
  return (
    <div className={isUntold(told) ? "figure unknown" : "figure"} data-field={figure.field}>
      <dt>
        {t(`field.${figure.field}`)}
        {mark ? <em className="trial">{mark}</em> : null}
      </dt>
      <dd>{toldText(told, numbers[figure.kind])}</dd>
      {isUntold(told) ? <OwnNote figure={figure} answer={answer} /> : null}
      <Beside figure={figure} told={told} />
      {isUntold(told) ? null : <OwnNote figure={figure} answer={answer} />}
      <Official figure={figure} answer={answer} />
    </div>
  );
}

function useMark({ field }: HeadlineFigure, answer: SheetAnswer): string | null {
  const { t } = useTranslation();
  // a total that was spread over houses is no count of the people here
  if (field === "residentsPerSqkm" && answer.dataQuality.some(({ code }) => code === "population-spread"))
    return t("sheet.estimate");
  const isTrial = answer.result.lifeCircleCoverage.tiers.at(-1)?.trial ?? false;
  return field === "allPresent" && isTrial ? t("sheet.trial") : null;
}

// the same figure of the district, and how far from it this area is
function Beside({ figure, told: { value } }: { readonly figure: HeadlineFigure; readonly told: Told }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const mode = useApp((state) => state.sheetParams.mode);
  const district = useDistrictSheet();
  const isDistrict = useIsDistrict();
  if (isDistrict || figure.kind === "area" || figure.kind === "floorArea") return null;
  if (district === null) return <dd className="figure-note beside"> </dd>;
  const there = figure.told(district.result, mode);
  // of ends there is no multiple
  const points = pointsOf(value, there.value);
  const relative = relativeTo(value, there.value);
  const isShare = figure.kind === "share";
  return (
    <dd className="figure-note beside" data-beside="district">
      {t("sheetPage.districtHas", { value: toldText(there, numbers[figure.kind]) })}
      {isShare && points !== null ? <b>{t("sheetPage.points", { points })}</b> : null}
      {isShare || relative === null ? null : (
        <b>{"percent" in relative ? relative.percent : t("sheetPage.timesDistrict", relative)}</b>
      )}
    </dd>
  );
}

function OwnNote({ figure: { field }, answer: { result, dataQuality } }: CellProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { density, plotRatio, lifeCircleCoverage } = result;
  const missing = plotRatio.missingFootprintShare;
  const tier = lifeCircleCoverage.tiers.at(-1);
  const notAll = plotRatio.buildingCompleteness === "partial" ? t("sheet.buildingsPartial") : null;
  const noted = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(" · ") || null;
  const floorsMissing = noted(
    missing === null || missing === 0 ? null : `${t("heightClass.unknown")} ${numbers.share(missing)}`,
    notAll,
  );
  const notes: Readonly<Record<string, string | null>> = {
    residentsPerSqkm:
      density.residents === null
        ? t(`sheet.residentsUnknown.${residentsUnknownCode(dataQuality)}`)
        : `${t("field.residents")} ${numbers.count(density.residents)}`,
    siteCoverage: noted(
      numbers.counted(density.buildings, t("unit.buildings")),
      edgeNote(density.buildings, t),
      notAll,
    ),
    gfaAboveSqm: floorsMissing,
    grossPlotRatio: floorsMissing,
    landAreaPlotRatio: floorsMissing,
    allPresent: tier
      ? `${t("sheet.tier", { minutes: tier.minutes })} · ${tier.allPresent.present}/${tier.allPresent.required} ▲`
      : null,
  };
  const note = notes[field] ?? null;
  return note === null ? null : <dd className="figure-note">{note}</dd>;
}

function Official({ figure: { published }, answer }: CellProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isDistrict = useIsDistrict();
  const official = publishedOf(answer.result, published);
  if (official === null) return null;
  const date = official.asOf === "unknown" ? t("app.asOfUnknown") : official.asOf;
  const value = publishedText(official, numbers);
  return (
    <dd
      className="figure-note"
      data-official={official.quantity}
      title={`${official.basis} · ${official.source}`}
    >
      {t(isDistrict ? "sheetPage.officialHas" : "sheetPage.officialWhole", { value })} <small>({date})</small>
    </dd>
  );
}
