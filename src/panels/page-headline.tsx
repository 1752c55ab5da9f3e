import type { ProgrammePage } from "../../server/contract/programme-page.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { followPageFigure } from "../state/programme-page.ts";
import { Figure, figureOf } from "./page-figure.tsx";

const FOUR_LISTS = ["projects", "policies", "reforms", "platforms"] as const;

/** What leadership looks at first: the four lists as published and as entered, the pool, what is red, money, what is late. */
export function PageHeadline({ page }: { readonly page: ProgrammePage }) {
  const { t, numbers } = useReader();
  const month = page.months.at(-1);
  const red = figureOf(page, "light", `${month}/red`);
  const dispatched = figureOf(page, "dispatched");
  const overdueItems = page.figures.filter(({ part, code }) => part === "lists" && code === "overdue");
  const ofLists = overdueItems.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return (
    <section className="page-headline" aria-label={t("programmePage.headline")}>
      <div className="page-lists">
        {FOUR_LISTS.map((list) => (
          <ListFigure key={list} page={page} list={list} />
        ))}
        <ListSource page={page} />
      </div>
      <div className="page-tiles">
        <Figure figure={figureOf(page, "projects")} label={t("programmePage.projects")} />
        <Figure
          figure={red}
          tone="warn"
          label={t("programmePage.redOf", { total: numbers.number(dispatched?.value ?? null) })}
        />
        <Figure figure={figureOf(page, "received")} label={t("programmePage.received")} />
        <Figure figure={figureOf(page, "gap")} label={t("money.gap")} />
        <Figure figure={figureOf(page, "overdue")} tone="warn" label={t("programmePage.mattersOverdue")} />
        <Figure
          figure={figureOf(page, "approvals-overdue")}
          tone="warn"
          label={t("programmePage.approvalsOverdue")}
        />
        {overdueItems[0] === undefined ? null : (
          <Figure
            figure={{ ...overdueItems[0], of: null, value: ofLists }}
            tone="warn"
            label={t("programmePage.itemsOverdue")}
          />
        )}
        <Figure figure={figureOf(page, "major-left")} tone="warn" label={t("programmePage.majorLeft")} />
      </div>
    </section>
  );
}

// 方案数 67｜已录入真实 0
function ListFigure({ page, list }: { readonly page: ProgrammePage; readonly list: string }) {
  const { t, numbers, language } = useReader();
  const published = figureOf(page, "published", list);
  const entered = figureOf(page, "entered", list);
  const done = figureOf(page, "done", list);
  if (published === null || entered === null) return null;
  const source = language === "en" ? published.sourceEn : published.sourceZh;
  return (
    <button
      type="button"
      className="page-list"
      data-code="entered"
      data-of={list}
      data-published={published.value}
      data-value={entered.value}
      title={t("programmePage.figureTitle", { source: source ?? "", date: published.asOf })}
      onClick={() => followPageFigure(entered)}
    >
      <span>{nameIn(language, { nameZh: published.nameZh ?? "", nameEn: published.nameEn })}</span>
      <b>
        {numbers.number(published.value)}
        <small>{t("programmePage.planned")}</small>
      </b>
      <span>
        {t(list === "projects" ? "programmePage.enteredProjects" : "programmePage.entered", {
          count: numbers.number(entered.value),
        })}
        {entered.value === 0
          ? null
          : ` · ${t("programmePage.done", { count: numbers.number(done?.value ?? null) })}`}
      </span>
    </button>
  );
}

function ListSource({ page }: { readonly page: ProgrammePage }) {
  const { t, language } = useReader();
  const published = figureOf(page, "published", FOUR_LISTS[0]);
  const source = language === "en" ? published?.sourceEn : published?.sourceZh;
  if (!published || !source) return null;
  return <p className="source">{t("programmePage.listSource", { source, date: published.asOf })}</p>;
}
