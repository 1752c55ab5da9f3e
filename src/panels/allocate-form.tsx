import { useState } from "react";
import type { ProjectMoney } from "../../server/contract/project-money.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { allocateMoney, shareMoney } from "../state/money.ts";
import type { MoneySources } from "../state/money-state.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { YuanField } from "./money-field.tsx";
import { MoneyRefusal } from "./money-refusal.tsx";
import { yuanOf } from "./money-text.ts";

/** Where money for a project can come from: straight from a source, or out of what its package got of one. */
interface Offer {
  readonly funding: string;
  readonly package: string | null;
  readonly giverZh: string;
  readonly giverEn: string | null;
  readonly kind: string;
  readonly through: string | null;
  readonly leftYuan: number;
}

const NONE = "";
const keyOf = (offer: Offer) => `${offer.funding} ${offer.package}`;

/** Gives the project money of a source or of its package; what is typed stays where it is refused. */
export function AllocateForm({ money }: { readonly money: ProjectMoney }) {
  const { t, terms, language, numbers } = useReader();
  const sources = answerOfRun(useApp((state) => state.moneySources));
  const [chosen, setChosen] = useState(NONE);
  if (sources === null) return null;
  const offers = offersFor(money, sources);
  const offer = offers.find((each) => keyOf(each) === chosen);
  const now =
    offer && money.payments.find((each) => each.funding === offer.funding && each.package === offer.package);
  const send = async (form: FormData) => {
    if (!offer) return false;
    const amountYuan = yuanOf(form, "amount") || null;
    const { project } = money;
    await (offer.package === null
      ? allocateMoney(offer.funding, { project, amountYuan })
      : shareMoney(offer.funding, { package: offer.package, project, amountYuan }));
    setChosen(NONE);
  };
  const nameOf = ({ giverZh, giverEn, kind, through, leftYuan }: Offer) =>
    [
      language === "en" ? (giverEn ?? giverZh) : giverZh,
      termName(terms, { kind: "funding-source", code: kind, language }),
      through && t("money.via", { name: through }),
      t("money.left", { amount: numbers.count(leftYuan) }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <details className="money-part" data-part="allocate">
      <summary>{t("money.allocate")}</summary>
      {offers.length === 0 ? <p className="hint">{t("money.noOffer")}</p> : null}
      <DraftForm
        className="evidence-form money-form"
        draft={`allocation ${money.project}`}
        onSend={send}
        save={t("money.save")}
        Refusal={MoneyRefusal}
        barred={!offer}
      >
        <label className="field">
          <span>{t("money.from")}</span>
          <select name="offer" required value={chosen} onChange={({ target }) => setChosen(target.value)}>
            <option value={NONE}>{t("money.choose")}</option>
            {offers.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
        <YuanField key={chosen} name="amount" yuan={now?.amountYuan ?? null} required />
        {offer ? (
          <small className="hint">
            {t("money.amountHint", { left: t("money.left", { amount: numbers.count(offer.leftYuan) }) })}
          </small>
        ) : null}
      </DraftForm>
    </details>
  );
}

function offersFor({ payments, packages }: ProjectMoney, { fundings, packages: all }: MoneySources): Offer[] {
  const pays = (funding: string, bundle: string | null) =>
    payments.some((each) => each.funding === funding && each.package === bundle);
  const straight = fundings.items
    .filter(({ id, leftYuan }) => (leftYuan ?? 0) > 0 || pays(id, null))
    .map(({ id, kind, giverZh, giverEn, leftYuan }) => ({
      ...{ funding: id, package: null, through: null, kind, giverZh, giverEn, leftYuan: leftYuan ?? 0 },
    }));
  const own = all.items.filter(({ id }) => packages.some((each) => each.id === id));
  const shared = own.flatMap((bundle) =>
    bundle.fundings
      .map(({ id, kind, giverZh, giverEn, amountYuan, sharedYuan }) => ({
        ...{ funding: id, package: bundle.id, through: bundle.nameZh, kind, giverZh, giverEn },
        leftYuan: amountYuan - sharedYuan,
      }))
      .filter(({ funding, leftYuan }) => leftYuan > 0 || pays(funding, bundle.id)),
  );
  return [...shared, ...straight];
}
