import type { Finding, TrendPoint } from "../../server/contract/findings.ts";
import { StreetChart } from "../analyses/street-chart.tsx";
import { useFindingReader } from "../locale/use-finding-reader.ts";

/** The values known of an indicator with their dates; of one alone it is said that no trend can be told. */
export function FindingTrend({
  points,
  unit,
}: {
  readonly points: readonly TrendPoint[];
  readonly unit: Finding["unit"];
}) {
  const { t, valueText } = useFindingReader();
  const [first] = points;
  return (
    <section className="finding-trend" data-points={points.length}>
      {points.length > 1 ? null : <h3>{t("findings.trend.title")}</h3>}
      {first === undefined ? <p className="hint">{t("findings.trend.none")}</p> : null}
      {points.length === 1 ? <p className="hint">{t("findings.trend.one", { date: first!.asOf })}</p> : null}
      {points.length > 1 ? (
        <StreetChart
          title={t("findings.trend.title")}
          note={t("findings.trend.note")}
          columns={points.map(({ kind, asOf, value, toldBy }) => ({
            label: asOf,
            value,
            text: valueText(unit, value),
            lines: [t(`findings.trend.kind.${kind}`), toldBy ?? ""].filter((line) => line !== ""),
            tone: null,
          }))}
        />
      ) : null}
    </section>
  );
}
