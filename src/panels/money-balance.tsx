import type { ProjectMoney } from "../../server/contract/project-money.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { saveIncome, saveInvestment } from "../state/money.ts";
import { DraftForm } from "./draft-form.tsx";
import { MoneyField, YuanField } from "./money-field.tsx";
import { MoneyRefusal } from "./money-refusal.tsx";
import { textOf, useYuan, yuanOf } from "./money-text.ts";

interface Part {
  readonly money: ProjectMoney;
  readonly canWrite: boolean;
}

/** What has to come back, what comes in and goes out year by year, and when it balances: or what is missing to tell. */
export function MoneyBalance({ money, canWrite }: Part) {
  const { t, language, numbers } = useReader();
  const yuan = useYuan();
  const { balance, incomeKinds, investment } = money;
  const { reason, years, year, kind, leftYuan } = balance;
  const missing = incomeKinds.find(({ code }) => code === kind);
  const told = {
    ...{ years: String(years), year: String(year), left: numbers.count(leftYuan) },
    kind: missing ? nameIn(language, missing) : "",
  };
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("money.own")}</dt>
          <dd>{yuan(investment?.ownYuan ?? null)}</dd>
        </div>
        <div>
          <dt>{t("money.balance")}</dt>
          <dd data-balance={reason}>
            {t(`money.balanceOf.${reason}`, told)}
            <small>{t("money.balanceHint")}</small>
          </dd>
        </div>
      </dl>
      <Lines money={money} />
      {canWrite ? <InvestmentForm money={money} /> : null}
      {canWrite ? <LineForm money={money} /> : null}
    </>
  );
}

function Lines({ money: { income, incomeKinds, balance } }: { readonly money: ProjectMoney }) {
  const { t, language, numbers } = useReader();
  if (income.length === 0) return null;
  const used = incomeKinds.filter(({ code }) => income.some(({ kind }) => kind === code));
  const years = [...new Set(income.map(({ year }) => year))];
  const cell = (year: number, kind: string) => {
    const line = income.find((each) => each.year === year && each.kind === kind);
    return line?.amountYuan == null ? t("money.unknown") : numbers.count(line.amountYuan);
  };
  return (
    <div className="money-lines">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("money.year")}</th>
            {used.map((kind) => (
              <th key={kind.code} scope="col">
                {kind.cost ? "− " : null}
                {nameIn(language, kind)}
              </th>
            ))}
            <th scope="col">{t("money.cumulated")}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year} data-balanced={balance.reason === "balanced" && balance.year === year}>
              <th scope="row">{year}</th>
              {used.map(({ code }) => (
                <td key={code}>{cell(year, code)}</td>
              ))}
              <td>{cumulatedText(balance, year, numbers.count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cumulatedText = (
  { cumulated }: ProjectMoney["balance"],
  year: number,
  write: (yuan: number | null) => string,
) => {
  const found = cumulated.find((each) => each.year === year);
  return found === undefined ? "–" : write(found.yuan);
};

function InvestmentForm({ money: { project, investment } }: { readonly money: ProjectMoney }) {
  const { t } = useReader();
  const send = (form: FormData) =>
    saveInvestment(project, {
      ...{ totalYuan: yuanOf(form, "total"), ownYuan: yuanOf(form, "own") },
      ...{ dated: textOf(form, "dated"), basis: textOf(form, "basis") },
    });
  return (
    <details className="money-part" data-part="investment">
      <summary>{t("money.invest")}</summary>
      <DraftForm
        className="evidence-form money-form"
        draft={`investment ${project}`}
        onSend={send}
        save={t("money.save")}
        Refusal={MoneyRefusal}
      >
        <YuanField name="total" label="total" yuan={investment?.totalYuan} />
        <YuanField name="own" label="own" yuan={investment?.ownYuan} />
        <MoneyField name="dated" label="dated" type="date" required initial={investment?.dated} />
        <MoneyField name="basis" label="basis" required initial={investment?.basis} />
      </DraftForm>
    </details>
  );
}

function LineForm({ money: { project, incomeKinds } }: { readonly money: ProjectMoney }) {
  const { t, language } = useReader();
  const send = (form: FormData) =>
    saveIncome(project, {
      ...{ year: Number(textOf(form, "year")), kind: textOf(form, "kind") },
      ...{ amountYuan: yuanOf(form, "amount"), basis: textOf(form, "basis") },
    });
  return (
    <details className="money-part" data-part="income">
      <summary>{t("money.addLine")}</summary>
      <DraftForm
        className="evidence-form money-form"
        draft={`income ${project}`}
        onSend={send}
        save={t("money.save")}
        Refusal={MoneyRefusal}
      >
        <MoneyField name="year" label="year" type="number" min={1900} required />
        <label className="field">
          <span>{t("money.line")}</span>
          <select name="kind" required>
            {incomeKinds.map((kind) => (
              <option key={kind.code} value={kind.code}>
                {nameIn(language, kind)}
              </option>
            ))}
          </select>
        </label>
        <YuanField name="amount" yuan={null} />
        <MoneyField name="basis" label="basis" required />
      </DraftForm>
    </details>
  );
}
