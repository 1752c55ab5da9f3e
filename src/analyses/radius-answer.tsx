import { useTranslation } from "react-i18next";
import type { RadiusFigure } from "../../server/contract/radius-coverage.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { setRadius } from "../state/radius.ts";
import type { ParkAnswer, StatutoryRadiusAnswer } from "../state/radius-state.ts";
import { useApp } from "../state/store.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { ShareBar } from "./figure.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { RadiusDownloads } from "./radius-downloads.tsx";
import { RadiusLegend } from "./radius-legend.tsx";
import { percentText, radiiText, titleOf } from "./radius-text.ts";
import { RadiusZones } from "./radius-zones.tsx";

type Answer = ParkAnswer | StatutoryRadiusAnswer;

/** The definition looked at, all of them side by side, where it is lacking; `children` are what one analysis says beside. */
export function RadiusAnswer({
  answer,
  caption,
  children,
}: {
  readonly answer: Answer;
  readonly caption: string;
  readonly children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { figures, picked, rankedBy } = answer.result;
  const figure = figures.find(({ definition }) => definition === picked?.definition);
  return (
    <article className="radius-answer">
      {figure ? <Headline figure={figure} rankedBy={rankedBy} /> : <p>{t("radius.noDefinition")}</p>}
      {figure?.held === "held" ? <RadiusLegend figure={figure} /> : null}
      <Figures answer={answer} caption={caption} />
      {children}
      <RadiusZones result={answer.result} />
      <RadiusDownloads answer={answer} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="radius" />
    </article>
  );
}

function Headline({
  figure,
  rankedBy,
}: {
  readonly figure: RadiusFigure;
  readonly rankedBy: "residents" | "buildings";
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isWhole = useApp((state) => state.area === null);
  const { share, ownLand, walked, byTier, circleOnly, held, status } = figure;
  const note = language === "en" ? figure.noteEn : figure.note;
  const of = t(`radius.of.${rankedBy}`);
  return (
    <div className="radius-headline" data-field="share">
      <p className="hint">
        {t(isWhole ? "gap.scopeDistrict" : "gap.scopeArea")} · {titleOf(figure, language)}
        {status === "unverified" ? (
          <em className="trial" title={t("sheet.trialHint")}>
            {t("sheet.trial")}
          </em>
        ) : null}
      </p>
      {held === "absent" ? (
        <p className="radius-nothing">{t("radius.absent")}</p>
      ) : (
        <>
          <div className="radius-pair">
            <p>
              <b>{percentText(share, numbers)}</b>
              <span>{t(`radius.landWithin.${ownLand}`)}</span>
            </p>
            <p>
              <b>{percentText(walked?.share ?? null, numbers)}</b>
              <span>{t("radius.walkedAsFar", { of })}</span>
            </p>
          </div>
          <p className="hint" data-field="byTier">
            {t("radius.byTier", {
              tiers: byTier
                .map(({ minutes, part }) =>
                  t("radius.tier", { minutes, share: percentText(part.share, numbers) }),
                )
                .join(t("radius.and")),
            })}
          </p>
          <OnPaper circleOnly={circleOnly} of={of} rankedBy={rankedBy} />
        </>
      )}
      <p className="hint">{radiiText(figure.radii, t, numbers)}</p>
      {note === null ? null : <p className="hint">{note}</p>}
    </div>
  );
}

function OnPaper({
  circleOnly,
  of,
  rankedBy,
}: {
  readonly circleOnly: RadiusFigure["circleOnly"];
  readonly of: string;
  readonly rankedBy: "residents" | "buildings";
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (circleOnly === null || circleOnly.share === null) return null;
  const count = circleOnly.count[rankedBy];
  if (count === null || count <= 0) return <p>{t("radius.noneOnPaper")}</p>;
  return (
    <p data-field="circleOnly">
      {t("radius.onPaper", {
        share: percentText(circleOnly.share, numbers),
        count: numbers.count(count),
        unit: t(`gap.unit.${rankedBy}`),
        of,
      })}
    </p>
  );
}

function Figures({ answer, caption }: { readonly answer: Answer; readonly caption: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { figures, picked } = answer.result;
  const minutes = Number(answer.inputs.minutes);
  const shareColumn = (
    id: string,
    label: string,
    tone: string,
    of: (figure: RadiusFigure) => number | null,
  ): DataColumn<RadiusFigure> => ({
    id,
    label,
    value: of,
    cell: (figure) => <ShareBar share={of(figure)} text={percentText(of(figure), numbers)} tone={tone} />,
  });
  const columns: DataColumn<RadiusFigure>[] = [
    {
      id: "definition",
      label: t("radius.definition"),
      value: (figure) => titleOf(figure, language),
      cell: (figure) => (
        <>
          <button
            type="button"
            className="lit"
            aria-pressed={figure.definition === picked?.definition}
            onClick={() => setRadius({ definition: figure.definition })}
          >
            {titleOf(figure, language)}
          </button>
          <small>{figure.held === "absent" ? t("sheet.absent") : radiiText(figure.radii, t, numbers)}</small>
        </>
      ),
    },
    shareColumn("share", t("radius.column.share"), "good", ({ share }) => share),
    shareColumn("walked", t("radius.column.walked"), "ink", ({ walked }) => walked?.share ?? null),
    shareColumn(
      "inTime",
      t("radius.column.inTime", { minutes }),
      "ink",
      ({ inTime }) => inTime?.share ?? null,
    ),
  ];
  return (
    <DataTable
      field="radiusFigures"
      caption={caption}
      className="classes radius-table"
      columns={columns}
      rows={figures}
      keyOf={({ definition }) => definition}
      isUnknown={({ held }) => held === "absent"}
    />
  );
}
