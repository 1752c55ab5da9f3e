import { useEffect } from "react";
import type { ProgrammeFigure } from "../../server/contract/programme-figures.ts";
import { useReader } from "../locale/use-reader.ts";
import { figuresAgain, followFigures, followFigureTo } from "../state/programme-figures.ts";
import { showView } from "../state/projects-view.ts";
import { useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";

/** What of the municipality stands beside the district to compare; the rest is in the list of all published figures. */
const COMPARED: readonly ProgrammeFigure["theme"][] = [
  ...(["communities", "health-check", "waterfront", "streets", "money", "demonstration"] as const),
];
/** The sum of the measures, whose parts have lists of their own. */
const MEASURES = "cq-measures";
const LEFT_OUT: readonly ProgrammeFigure["theme"][] = ["lists"];

/** Figures as documents print them: the district's own, then the municipality's to compare, in no sum of ours. */
export function PagePublished() {
  const { t } = useReader();
  const run = useApp((state) => state.figures);
  useEffect(followFigures, []);
  if (run.status === "failed") return <FailureNote failure={run.failure} onRetry={figuresAgain} />;
  if (run.status !== "done") return null;
  const { items } = run.result;
  const own = items.filter(({ jurisdiction, theme, unitZh }) => {
    return jurisdiction === "区级" && !LEFT_OUT.includes(theme) && unitZh !== "年";
  });
  const compared = items.filter(
    ({ jurisdiction, theme, list, code }) =>
      jurisdiction === "市级" && (COMPARED.includes(theme) || list !== null || code === MEASURES),
  );
  return (
    <section className="page-published">
      <Group title={t("programmePage.publishedOf", { of: t("figures.of.区级") })} figures={own} />
      <Group title={t("programmePage.publishedOf", { of: t("figures.of.市级") })} figures={compared} />
      <button type="button" className="quiet" onClick={() => showView("figures")}>
        {t("figures.open")}
      </button>
    </section>
  );
}

function Group({ title, figures }: { readonly title: string; readonly figures: readonly ProgrammeFigure[] }) {
  const { t, language } = useReader();
  const sources = [...new Map(figures.map((each) => [each.sourceZh, each])).values()];
  if (figures.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {figures.map((figure) => (
          <Published key={figure.code} figure={figure} />
        ))}
      </ul>
      <p className="source">
        {sources
          .map((each) => `${language === "en" ? each.sourceEn : each.sourceZh}（${each.sourceDate}）`)
          .join("；")}
        {t("programmePage.notSummed")}
      </p>
    </div>
  );
}

function Published({ figure }: { readonly figure: ProgrammeFigure }) {
  const { t, numbers, language } = useReader();
  const { code, value, qualifier, leadsTo, list, asOf, flagged } = figure;
  const [name, unit] = language === "en" ? [figure.nameEn, figure.unitEn] : [figure.nameZh, figure.unitZh];
  const follow = () => (leadsTo === null ? showView("figures") : followFigureTo({ leadsTo, list }));
  return (
    <li>
      <button type="button" data-published={code} title={asOf} data-flagged={flagged} onClick={follow}>
        <span>{name}</span>
        <b>
          {qualifier === "=" ? null : t(`figures.qualifier.${qualifier}`)}
          {numbers.number(value, 2)} {unit}
          {flagged ? <sup title={t("programmePage.flagged")}>＊</sup> : null}
        </b>
      </button>
    </li>
  );
}
