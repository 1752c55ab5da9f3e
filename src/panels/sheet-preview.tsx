import type {
  DispatchChange,
  DispatchField,
  ImportPreview,
  SheetFault,
} from "../../server/contract/dispatch.ts";
import type { Reader } from "../locale/guard-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";

/** Every cell that is not taken: where, what stands there, why, and what would be right. */
export function SheetFaults({ faults }: { readonly faults: readonly SheetFault[] }) {
  const { t } = useReader();
  return (
    <div role="alert" className="sheet-faults">
      <p>
        <b>{t("dispatch.take.faults", { count: faults.length })}</b> {t("dispatch.take.faultsHint")}
      </p>
      <div className="dispatch-scroll">
        <table>
          <thead>
            <tr>
              {(["cell", "column", "value", "wrong", "right"] as const).map((each) => (
                <th key={each} scope="col">
                  {t(`dispatch.take.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.map(({ cell, column, value, code, right }) => (
              <tr key={`${cell} ${code}`} data-fault={code}>
                <th scope="row">{cell}</th>
                <td lang="zh-CN">{column}</td>
                <td>{value}</td>
                <td>{t(`dispatch.fault.${code}`)}</td>
                <td>{right}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** The cells that would change, old beside new, by project. */
export function SheetChanges({ preview }: { readonly preview: ImportPreview }) {
  const reader = useReader();
  const { t, language } = reader;
  const { changes, month, returned, untouched } = preview;
  const last = changes.find(({ beforeMonth }) => beforeMonth !== null)?.beforeMonth ?? null;
  return (
    <div className="sheet-changes">
      <p>
        <b>{t("dispatch.take.changes", { month, projects: returned, count: changes.length })}</b>{" "}
        {untouched === 0 ? null : t("dispatch.take.untouched", { count: untouched })}
      </p>
      <div className="dispatch-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("dispatch.project")}</th>
              <th scope="col">{t("dispatch.take.cell")}</th>
              <th scope="col">{t("dispatch.take.column")}</th>
              <th scope="col">
                {last === null ? t("dispatch.take.before") : t("dispatch.take.beforeOf", { month: last })}
              </th>
              <th scope="col">{t("dispatch.take.after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.cell}>
                <th scope="row">{[change.code, nameIn(language, change)].filter(Boolean).join(" ")}</th>
                <td>{change.cell}</td>
                <td>{t(`dispatch.field.${change.field as DispatchField}`)}</td>
                <td className="was">{shown(change.before, reader)}</td>
                <td className="is">{shown(change.after, reader)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const shown = (value: DispatchChange["before"], { numbers, t }: Reader) => {
  if (value === null) return t("value.unknown");
  return typeof value === "number" ? numbers.number(value, 4) : value;
};
