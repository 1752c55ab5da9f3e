import { useState } from "react";
import type { Funding, FundingPackage } from "../../server/contract/funding.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { addPackage, allocateMoney } from "../state/money.ts";
import { selectCatalogue } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { MoneyField, YuanField } from "./money-field.tsx";
import { MoneyRefusal } from "./money-refusal.tsx";
import { textOf, yuanOf } from "./money-text.ts";
import { PickMany } from "./pick-many.tsx";

/** Gathers projects of a renewal district in a package; of the projects the list holds. */
export function PackageForm({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useReader();
  const zones = useApp(selectCatalogue)?.zones ?? [];
  const projects = answerOfRun(useApp((state) => state.projects))?.items ?? [];
  const offered = [...new Set(projects.flatMap(({ renewalDistrict }) => renewalDistrict ?? []))];
  const [zone, setZone] = useState(offered[0] ?? "");
  const send = (form: FormData) =>
    addPackage({
      ...{ nameZh: textOf(form, "name"), nameEn: null, zone, level: "public" },
      projects: form.getAll("projects").map(String),
    });
  const members = projects
    .filter(({ renewalDistrict }) => renewalDistrict === zone)
    .map((project) => ({ id: project.id, label: nameIn(language, project) ?? project.id }));
  const zoneName = (id: string) => {
    const found = zones.find((each) => each.id === id);
    return found ? nameIn(language, found.properties) : id;
  };
  return (
    <DraftForm
      className="evidence-form money-form"
      draft="package"
      onSend={send}
      onClose={onClose}
      save={t("money.save")}
      Refusal={MoneyRefusal}
    >
      <MoneyField name="name" label="name" required />
      <label className="field">
        <span>{t("zoneKind.renewal-district")}</span>
        <select name="zone" value={zone} onChange={({ target }) => setZone(target.value)}>
          {offered.map((id) => (
            <option key={id} value={id}>
              {zoneName(id)}
            </option>
          ))}
        </select>
      </label>
      <PickMany
        key={zone}
        name="projects"
        of={zone}
        legend={t("money.members")}
        groups={[{ key: zone, label: "", options: members }]}
        required
      />
    </DraftForm>
  );
}

interface GiveFormProps {
  readonly bundle: FundingPackage;
  readonly fundings: readonly Funding[];
}

/** Gives a package money of a source that has some left, or changes what it has given. */
export function GiveForm({ bundle, fundings }: GiveFormProps) {
  const { t, terms, language, numbers } = useReader();
  const able = fundings.filter(({ id, leftYuan }) => (leftYuan ?? 0) > 0 || hasGiven(bundle, id));
  const send = (form: FormData) =>
    allocateMoney(textOf(form, "funding"), {
      package: bundle.id,
      amountYuan: yuanOf(form, "amount") || null,
    });
  return (
    <details>
      <summary>{t("money.give")}</summary>
      <DraftForm
        className="evidence-form money-form"
        draft={`gift to ${bundle.id}`}
        onSend={send}
        save={t("money.save")}
        Refusal={MoneyRefusal}
      >
        <label className="field">
          <span>{t("money.from")}</span>
          <select name="funding" required defaultValue="">
            <option value="">{t("money.choose")}</option>
            {able.map((each) => (
              <option key={each.id} value={each.id}>
                {language === "en" ? (each.giverEn ?? each.giverZh) : each.giverZh} ·{" "}
                {termName(terms, { kind: "funding-source", code: each.kind, language })} ·{" "}
                {t("money.left", { amount: numbers.count(each.leftYuan) })}
              </option>
            ))}
          </select>
        </label>
        <YuanField name="amount" yuan={null} required />
      </DraftForm>
    </details>
  );
}

const hasGiven = ({ fundings }: FundingPackage, id: string) => fundings.some((each) => each.id === id);
