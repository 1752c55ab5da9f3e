import type { DispatchRow, Light } from "../../server/contract/dispatch.ts";
import { lightReasonText, ofSchedule } from "../locale/dispatch-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { openProject, setHoveredProject } from "../state/projects.ts";
import { useApp } from "../state/store.ts";

interface Listed {
  readonly rows: readonly DispatchRow[];
  readonly month: string;
}

/** The projects of a month with their lights and why, what is done of the plan, and their problems. */
export function DispatchTable({ rows, month }: Listed) {
  const { t } = useReader();
  const share = `${Number(month.slice(5))}/12`;
  return (
    <div className="dispatch-scroll">
      <table className="dispatch-table">
        <thead>
          <tr>
            <th scope="col">{t("dispatch.lightFilter")}</th>
            <th scope="col">{t("dispatch.project")}</th>
            <th scope="col" className="sum">
              {t("dispatch.plan")}
            </th>
            <th scope="col" className="sum">
              {t("dispatch.monthDone")}
            </th>
            <th scope="col" className="sum">
              {t("dispatch.yearDone")}
            </th>
            <th scope="col" className="sum" title={t("dispatch.scheduleHint", { share })}>
              {t("dispatch.schedule")}
            </th>
            <th scope="col">{t("dispatch.progress")}</th>
            <th scope="col">{t("dispatch.problem")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.project} row={row} month={month} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A light by its colour and its word. */
export function LightMark({ light }: { readonly light: Light }) {
  const { t } = useReader();
  return (
    <span className="light" data-light={light}>
      {t(`dispatch.light.${light}`)}
    </span>
  );
}

function Row({ row, month }: { readonly row: DispatchRow; readonly month: string }) {
  const reader = useReader();
  const { t, numbers } = reader;
  const isHovered = useApp((state) => state.hoveredProject === row.project);
  const { values, light, reasons } = row;
  const sum = (value: number | null | undefined) => (value == null ? "" : numbers.number(value, 2));
  return (
    <tr
      data-project={row.project}
      data-light={light}
      data-hovered={isHovered}
      onMouseEnter={() => setHoveredProject(row.project)}
      onMouseLeave={() => setHoveredProject(null)}
    >
      <td className="dispatch-light">
        <LightMark light={light} />
      </td>
      <th scope="row">
        <Who row={row} />
        {reasons.map((reason) => (
          <small key={reason.rule} className="light-reason" title={reason.source}>
            {lightReasonText(reason, reader)}
          </small>
        ))}
      </th>
      {values === null ? (
        <td colSpan={6} className="not-returned">
          {t("dispatch.noReturn")}
        </td>
      ) : (
        <>
          <td className="sum" data-label={t("dispatch.plan")}>
            {sum(values.yearPlanWanYuan)}
          </td>
          <td className="sum" data-label={t("dispatch.monthDone")}>
            {sum(values.monthDoneWanYuan)}
          </td>
          <td className="sum" data-label={t("dispatch.yearDone")}>
            {sum(values.yearDoneWanYuan)}
          </td>
          <td className="sum" data-label={t("dispatch.schedule")}>
            <Schedule share={ofSchedule(row, month)} light={light} />
          </td>
          <td data-label={t("dispatch.progress")}>
            {values.progressShare === null ? null : <b>{numbers.share(values.progressShare)} </b>}
            <Small text={values.progressText} />
          </td>
          <td data-label={t("dispatch.problem")}>
            <Small text={[values.problem, values.coordination].filter(Boolean).join(" → ")} />
          </td>
        </>
      )}
    </tr>
  );
}

// an empty cell stays empty, so that a phone leaves its label out
function Small({ text }: { readonly text: string | null }) {
  return text ? <small>{text}</small> : null;
}

function Who({ row }: { readonly row: DispatchRow }) {
  const { t, language, terms } = useReader();
  const stage = row.stage === null ? null : termName(terms, { kind: "stage", code: row.stage, language });
  const place = language === "en" ? (row.subdistrictEn ?? row.subdistrictZh) : row.subdistrictZh;
  return (
    <>
      <button
        type="button"
        className="quiet dispatch-open"
        onClick={() => openProject({ id: row.project, extent: row.extent })}
        onFocus={() => setHoveredProject(row.project)}
        onBlur={() => setHoveredProject(null)}
      >
        {nameIn(language, row)}
      </button>
      <small>
        {[row.code, stage, place, row.unit ?? t("dispatch.unitUnknown")].filter(Boolean).join(" · ")}
      </small>
    </>
  );
}

function Schedule({ share, light }: { readonly share: number | null; readonly light: Light }) {
  const { numbers } = useReader();
  if (share === null) return null;
  return (
    <span className="schedule" data-light={light}>
      {numbers.shareReached(share)}
      <i style={{ width: `${Math.min(100, share * 100)}%` }} />
    </span>
  );
}
