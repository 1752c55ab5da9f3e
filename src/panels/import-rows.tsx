import type { ImportReport } from "../../server/contract/indicator-values.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";

/** A file row by row: what is wrong with a cell and what would be right, what is new, what is there already. */
export function ImportRows({ report }: { readonly report: ImportReport }) {
  const { t, numbers } = useFindingReader();
  const { fileName, encoding, rows, faults, faultRows, freshRows, known, knownRows, fresh } = report;
  const told = { name: fileName, encoding: encoding.toUpperCase(), rows: numbers.number(rows) };
  return (
    <>
      <p>{t("findings.imports.read", told)}</p>
      {faultRows === 0 ? null : (
        <table className="classes fault-table">
          <caption>{t("findings.imports.faulty", { count: faultRows })}</caption>
          <thead>
            <tr>
              {(["line", "column", "value", "right"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`findings.imports.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.map(({ line, column, value, code, expected }) => (
              <tr key={`${line} ${column} ${code}`}>
                <td>{line}</td>
                <td>{column}</td>
                <td>{value === "" ? t("findings.imports.empty") : value}</td>
                <td>{t(`findings.fault.${code}`, { expected, value, defaultValue: expected })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Rows label={t("findings.imports.fresh", { count: freshRows })} rows={fresh} />
      <Rows label={t("findings.imports.known", { count: knownRows })} rows={known} />
    </>
  );
}

function Rows({ label, rows }: { readonly label: string; readonly rows: ImportReport["fresh"] }) {
  if (rows.length === 0) return null;
  return (
    <details className="import-lines">
      <summary>{label}</summary>
      <ol>
        {rows.map(({ line, text }) => (
          <li key={line} value={line}>
            {text}
          </li>
        ))}
      </ol>
    </details>
  );
}
