import type { PageFigure, ProgrammePage } from "../../server/contract/programme-page.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { LIGHT_ORDER } from "../state/dispatch-state.ts";
import { followPageFigure } from "../state/programme-page.ts";
import { PageCard } from "./page-card.tsx";
import { Figure, figureOf, figuresOf, useFigureText } from "./page-figure.tsx";

/** How many projects stand in each stage, a bar each, and the four batches of the year. */
export function StageBars({ page }: { readonly page: ProgrammePage }) {
  const { t, language } = useReader();
  const stages = figuresOf(page, "stage");
  const most = Math.max(1, ...stages.map(({ value }) => value ?? 0));
  return (
    <PageCard page={page} part="pool">
      <ol className="page-bars">
        {stages.map((stage) => (
          <li key={stage.of}>
            <Bar
              figure={stage}
              name={nameIn(language, { ...stage, nameZh: stage.nameZh ?? t("programme.noStage") }) ?? ""}
              share={(stage.value ?? 0) / most}
            />
          </li>
        ))}
      </ol>
      <h4>{t("programmePage.batches", { year: page.year })}</h4>
      <div className="page-row">
        {figuresOf(page, "batch").map((batch) => (
          <Figure key={batch.of} figure={batch} />
        ))}
      </div>
    </PageCard>
  );
}

interface BarProps {
  readonly figure: PageFigure;
  readonly name: string;
  readonly share: number;
}

export function Bar({ figure, name, share }: BarProps) {
  const textOf = useFigureText();
  return (
    <button
      type="button"
      className="page-bar"
      data-code={figure.code}
      data-of={figure.of}
      data-value={figure.value}
      onClick={() => followPageFigure(figure)}
    >
      <span>{name}</span>
      <i aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
      </i>
      <b>{textOf(figure)}</b>
    </button>
  );
}

/** The lights of the last months, a column each, and what was done of the year's plan. */
export function LightColumns({ page }: { readonly page: ProgrammePage }) {
  const { t, numbers } = useReader();
  const total = figureOf(page, "dispatched");
  const [plan, done] = ["yearPlanWanYuan", "yearDoneWanYuan"].map((of) => figureOf(page, "amount", of));
  const share = plan?.value && done?.value != null ? done.value / plan.value : null;
  return (
    <PageCard page={page} part="dispatch" {...(total && { asOf: total.asOf })}>
      <p className="page-keys">
        {LIGHT_ORDER.map((light) => (
          <span key={light} data-light={light}>
            <i aria-hidden="true" />
            {t(`dispatch.light.${light}`)}
          </span>
        ))}
      </p>
      <div className="page-columns">
        {page.months.map((month) => (
          <Column key={month} page={page} month={month} />
        ))}
      </div>
      <div className="page-row">
        <Figure figure={plan ?? null} label={t("programmePage.amount.yearPlanWanYuan")} />
        <Figure
          figure={done ?? null}
          label={
            share === null
              ? t("programmePage.amount.yearDoneWanYuan")
              : t("programmePage.doneOf", { share: numbers.share(share) })
          }
        />
        <Figure
          figure={figureOf(page, "amount", "arrivedWanYuan")}
          label={t("programmePage.amount.arrivedWanYuan")}
        />
        <Figure
          figure={figureOf(page, "amount", "paidWanYuan")}
          label={t("programmePage.amount.paidWanYuan")}
        />
      </div>
    </PageCard>
  );
}

function Column({ page, month }: { readonly page: ProgrammePage; readonly month: string }) {
  const { t, numbers } = useReader();
  const lights = LIGHT_ORDER.flatMap((light) => {
    const figure = figureOf(page, "light", `${month}/${light}`);
    return figure?.value ? [{ light, figure }] : [];
  });
  return (
    <div className="page-column">
      <div>
        {lights.map(({ light, figure }) => (
          <button
            key={light}
            type="button"
            data-light={light}
            data-code="light"
            data-of={figure.of}
            data-value={figure.value}
            style={{ flexGrow: figure.value ?? 0 }}
            aria-label={t("programmePage.lightOf", {
              ...{ month, light: t(`dispatch.light.${light}`), count: numbers.number(figure.value) },
            })}
            onClick={() => followPageFigure(figure)}
          >
            {numbers.number(figure.value)}
          </button>
        ))}
      </div>
      <span>{month.slice(2).replace("-", "/")}</span>
    </div>
  );
}
