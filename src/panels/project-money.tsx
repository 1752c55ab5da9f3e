import "../look/money.css";
import { useEffect, useState } from "react";
import type { ProjectMoney, ProjectPayment } from "../../server/contract/project-money.ts";
import { type Failure, failureOf } from "../backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { allocateMoney, followSources, openMoney, readOwnMoney, shareMoney } from "../state/money.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AllocateForm } from "./allocate-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { MoneyBalance } from "./money-balance.tsx";
import { MoneyBar } from "./money-bar.tsx";
import { gapText } from "./money-projects.tsx";
import { MoneyRefusal } from "./money-refusal.tsx";
import { leverageText, sumOf, useYuan } from "./money-text.ts";
import { Skeleton } from "./skeleton.tsx";

/** The money of one project: from whom, how sure, through which package, what is wanting, and when it balances. */
export function ProjectMoneyPart({ id }: { readonly id: string }) {
  const { t } = useReader();
  const run = useApp((state) => state.ownMoney);
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  useEffect(() => {
    void readOwnMoney(id);
    return followSources();
  }, [id]);
  const money = answerOfRun(run);
  if (run.status === "failed") return <FailureNote failure={run.failure} onRetry={() => readOwnMoney(id)} />;
  if (money === null || money.project !== id) return <Skeleton lines={4} />;
  return (
    <section className="project-money" data-money={run.status}>
      <h3>{t("money.ofProject")}</h3>
      <Sums money={money} />
      <Payments money={money} canWrite={canWrite} />
      {canWrite ? <AllocateForm money={money} /> : null}
      <MoneyBalance money={money} canWrite={canWrite} />
      <button type="button" className="quiet" onClick={openMoney}>
        {t("money.openView")}
      </button>
    </section>
  );
}

function Sums({ money }: { readonly money: ProjectMoney }) {
  const { t, language } = useReader();
  const yuan = useYuan();
  const { allocatedYuan, investment, gapYuan, leverage, leverageSecured, packages } = money;
  return (
    <>
      {allocatedYuan === 0 ? null : <MoneyBar money={money} most={sumOf(money)} />}
      <dl className="facts">
        <div>
          <dt>{t("money.allocated")}</dt>
          <dd>{allocatedYuan === 0 ? t("money.none") : yuan(allocatedYuan)}</dd>
        </div>
        <div>
          <dt>{t("money.total")}</dt>
          <dd>
            {yuan(investment?.totalYuan ?? null)}
            {investment?.totalFrom === "dispatch" ? <small>{t("money.fromDispatch")}</small> : null}
          </dd>
        </div>
        <div>
          <dt>{t("money.gap")}</dt>
          <dd data-figure="gap">{gapText(gapYuan, { t, yuan })}</dd>
        </div>
        <div>
          <dt>{t("money.leverage")}</dt>
          <dd>
            {leverageText(t, leverage, allocatedYuan === 0)}
            {leverage === null ? null : (
              <small>{t("money.leverageHint", { secured: leverageText(t, leverageSecured, false) })}</small>
            )}
          </dd>
        </div>
        {packages.length === 0 ? null : (
          <div>
            <dt>{t("money.inPackages")}</dt>
            <dd>
              {packages.map((each) => (
                <span key={each.id} className="money-package">
                  {nameIn(language, each)}{" "}
                  <small>{t("money.unshared", { amount: yuan(each.unsharedYuan) })}</small>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Payments({ money, canWrite }: { readonly money: ProjectMoney; readonly canWrite: boolean }) {
  const { t } = useReader();
  if (money.payments.length === 0) return <p className="hint">{t("money.noPayments")}</p>;
  return (
    <ul className="money-payments">
      {money.payments.map((payment) => (
        <Payment
          key={`${payment.funding} ${payment.package}`}
          {...{ payment, project: money.project, canWrite }}
        />
      ))}
    </ul>
  );
}

interface PaymentProps {
  readonly payment: ProjectPayment;
  readonly project: string;
  readonly canWrite: boolean;
}

function Payment({ payment, project, canWrite }: PaymentProps) {
  const { t, terms, language } = useReader();
  const yuan = useYuan();
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const { funding, kind, status, amountYuan, dated, basis } = payment;
  const giver = language === "en" ? (payment.giverEn ?? payment.giverZh) : payment.giverZh;
  const through = language === "en" ? (payment.packageEn ?? payment.packageZh) : payment.packageZh;
  const takeBack = async () => {
    setSending(true);
    setRefusal(null);
    try {
      await (payment.package === null
        ? allocateMoney(funding, { project, amountYuan: null })
        : shareMoney(funding, { package: payment.package, project, amountYuan: null }));
    } catch (error) {
      setRefusal(failureOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <li>
      <p>
        <i className="money-key" data-status={status} />
        <span>{termName(terms, { kind: "funding-source", code: kind, language })}</span>
        <b>{yuan(amountYuan)}</b>
      </p>
      <small>
        {[giver, t(`money.status.${status}`), through && t("money.via", { name: through }), basis, dated]
          .filter(Boolean)
          .join(" · ")}
      </small>
      {canWrite ? (
        <button type="button" className="quiet" disabled={isSending} onClick={() => void takeBack()}>
          {t("money.takeBack")}
        </button>
      ) : null}
      <MoneyRefusal refusal={refusal} />
    </li>
  );
}
