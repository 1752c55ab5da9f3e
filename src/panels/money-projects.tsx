import { useState } from "react";
import type { MoneyOfProject, ProjectMoneyList } from "../../server/contract/project-money.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { openProject, setHoveredProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";
import { MoneyBar } from "./money-bar.tsx";
import { leverageText, sumOf, useYuan } from "./money-text.ts";

const AT_FIRST = 12;

/** The projects with the money asked about, the most first: the map shows the same. */
export function MoneyProjects({ answer: { items, total } }: { readonly answer: ProjectMoneyList }) {
  const { t } = useReader();
  const [isWhole, setWhole] = useState(false);
  if (items.length === 0) return <p className="hint">{t("money.noProject")}</p>;
  const most = Math.max(1, ...items.map(sumOf));
  return (
    <>
      <ul className="money-rows" data-rows="projects" aria-label={t("money.byProject")}>
        {items.slice(0, isWhole ? items.length : AT_FIRST).map((money) => (
          <ProjectRow key={money.id} money={money} most={most} />
        ))}
      </ul>
      {isWhole || items.length <= AT_FIRST ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t("money.whole", { count: items.length })}
        </button>
      )}
      {total > items.length ? (
        <p className="hint">{t("money.more", { count: total - items.length })}</p>
      ) : null}
    </>
  );
}

function ProjectRow({ money, most }: { readonly money: MoneyOfProject; readonly most: number }) {
  const { t, language } = useReader();
  const yuan = useYuan();
  const isHovered = useApp((state) => state.hoveredProject === money.id);
  const { gapYuan, leverage, allocatedYuan } = money;
  const sum = sumOf(money);
  return (
    <li>
      <button
        type="button"
        data-hovered={isHovered}
        onClick={() => openProject(money)}
        onMouseEnter={() => setHoveredProject(money.id)}
        onMouseLeave={() => setHoveredProject(null)}
        onFocus={() => setHoveredProject(money.id)}
        onBlur={() => setHoveredProject(null)}
      >
        <span>{nameIn(language, money)}</span>
        <b>{sum === 0 ? t("money.none") : yuan(sum)}</b>
        <MoneyBar money={money} most={most} />
        <small>
          {t("money.gap")} {gapText(gapYuan, { t, yuan })}
          {allocatedYuan === 0 ? null : ` · ${t("money.leverage")} ${leverageText(t, leverage, false)}`}
        </small>
      </button>
    </li>
  );
}

interface Teller {
  readonly t: ReturnType<typeof useReader>["t"];
  readonly yuan: (yuan: number | null) => string;
}

/** What is wanting; where more is allocated than it costs, how much over. */
export const gapText = (gapYuan: number | null, { t, yuan }: Teller) =>
  gapYuan !== null && gapYuan < 0
    ? t("money.over", { amount: yuan(-gapYuan).replace(/元$|^¥ /g, "") })
    : yuan(gapYuan);
