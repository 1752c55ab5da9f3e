import { useTranslation } from "react-i18next";
import type { RoadNetworkResult } from "../../server/contract/road-network.ts";
import { BLOCK_SIZES, RANK_TONES } from "../cartography/street-classes.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";
import type { RoadNetworkAnswer } from "../state/street-state.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { densityTexts } from "./road-density.ts";
import { StreetChart } from "./street-chart.tsx";
import { StreetDownloads } from "./street-downloads.tsx";
import { DeadEnds } from "./street-ends.tsx";
import { RoadLegend } from "./street-legend.tsx";

type Part = { readonly result: RoadNetworkResult };

/** How dense, by rank, how large the blocks, where roads end; then how it is made. */
function RoadNetwork({ answer }: { readonly answer: RoadNetworkAnswer }) {
  const { t } = useTranslation();
  const { result } = answer;
  return (
    <article className="street-answer" data-street="road-network">
      <Headline answer={answer} />
      <RoadLegend />
      <Ranks result={result} />
      <Blocks result={result} />
      <DeadEnds title={t("street.road.deadEnds")} result={result} />
      <StreetDownloads shown={{ asked: "road-network", answer }} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="street" />
    </article>
  );
}

function Headline({ answer }: { readonly answer: RoadNetworkAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isWhole = useApp((state) => state.area === null);
  const { densityKmPerSqkm: density, references, classes, landAreaSqm } = answer.result;
  const { value, status } = references.density;
  const texts = densityTexts(answer);
  return (
    <div className="street-headline" data-field="densityKmPerSqkm">
      <p className="hint">{t(isWhole ? "street.scopeDistrict" : "street.scopeArea")}</p>
      <p>
        {t("street.road.density")}{" "}
        <b className="street-figure">
          {density === null ? numbers.unknown : t("street.perSqkm", { value: numbers.ratio(density) })}
        </b>
      </p>
      <p>
        {t(texts.verdict, { value })}
        {status === "verified" ? null : (
          <em className="trial" title={t("sheet.trialHint")}>
            {t("sheet.unverified")}
          </em>
        )}
      </p>
      {density === null ? null : (
        <p className="hint" data-field="landAreaSqm">
          {t(texts.divided, {
            length: numbers.length(countedM(classes)),
            land: numbers.area(landAreaSqm),
          })}
        </p>
      )}
    </div>
  );
}

const countedM = (classes: RoadNetworkResult["classes"]) =>
  classes.filter(({ counted }) => counted).reduce((sum, { centrelineM }) => sum + centrelineM, 0);

function Ranks({ result }: Part) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isDark = useApp(selectIsDark);
  const held = result.classes.filter(({ lengthM }) => lengthM > 0);
  return (
    <table className="classes street-table" data-field="classes">
      <caption>{t("street.road.ranks")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("street.road.rank")}</th>
          <th scope="col">{t("street.road.length")}</th>
          <th scope="col">{t("street.road.rankDensity")}</th>
        </tr>
      </thead>
      <tbody>
        {held.map(({ rank, centrelineM, densityKmPerSqkm, counted: isCounted }) => (
          <tr key={rank}>
            <th scope="row">
              <i
                className="street-swatch"
                aria-hidden="true"
                style={{ background: isDark ? RANK_TONES[rank].dark : RANK_TONES[rank].light }}
              />
              {t(`street.rank.${rank}`)}
              {isCounted ? null : <small> {t("street.road.notCounted")}</small>}
            </th>
            <td>{numbers.length(centrelineM)}</td>
            <td>{numbers.ratio(densityKmPerSqkm)}</td>
          </tr>
        ))}
        <tr className="street-total">
          <th scope="row">{t("street.road.total")}</th>
          <td>{numbers.length(countedM(held))}</td>
          <td>{numbers.ratio(result.densityKmPerSqkm)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Blocks({ result }: Part) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { blocks, references } = result;
  if (blocks.count === 0) return <p className="hint">{t("street.road.noBlocks")}</p>;
  const { spacingMax, spacingGoodMin, spacingGoodMax } = references;
  const labelOf = (at: number) => {
    const { fromHa, upToHa } = BLOCK_SIZES[at]!;
    if (upToHa === null) return t("street.road.over", { from: fromHa });
    return t(at === 0 ? "street.road.upTo" : "street.road.between", { from: fromHa, to: upToHa });
  };
  const columns = blocks.classes.map(({ blocks: count, areaSqm }, at) => ({
    label: labelOf(at),
    value: areaSqm / blocks.areaSqm,
    text: numbers.share(areaSqm / blocks.areaSqm),
    lines: [
      `${t("street.road.blockCount")} ${numbers.number(count)}`,
      `${t("street.road.blockShare")} ${numbers.area(areaSqm)} · ${numbers.share(areaSqm / blocks.areaSqm)}`,
    ],
    tone: BLOCK_SIZES[at]!,
  }));
  return (
    <section data-field="blocks">
      <StreetChart
        title={t("street.road.blocksInHectares")}
        note={t("street.road.blocksNote")}
        columns={columns}
      />
      <dl className="street-facts">
        <Fact label={t("street.road.blockCount")} value={numbers.number(blocks.count)} />
        <Fact label={t("street.road.medianSide")} value={numbers.length(blocks.medianSideM)} />
        <Fact label={t("street.road.medianArea")} value={numbers.area(blocks.medianAreaSqm)} />
        <Fact
          label={t("street.road.within", { value: spacingMax.value })}
          value={numbers.share(blocks.withinMaxShare)}
        />
      </dl>
      <p className="hint">
        {t("street.road.sideHint", {
          max: spacingMax.value,
          from: spacingGoodMin.value,
          to: spacingGoodMax.value,
        })}
        {spacingMax.status === "verified" ? null : ` · ${t("sheet.unverified")}`}
      </p>
    </section>
  );
}

/** A figure of a list with its label; what is unknown is written as such. */
export function Fact({
  label,
  value,
  note = null,
}: {
  readonly label: string;
  readonly value: string;
  readonly note?: string | null;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {note === null ? null : <small>{note}</small>}
      </dd>
    </div>
  );
}

export const roadNetworkView: AnalysisView<"road-network"> = { Form: null, Result: RoadNetwork };
