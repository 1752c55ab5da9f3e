import { type FormEvent, useState } from "react";
import type { Funding, FundingPackage } from "../../server/contract/funding.ts";
import { nameIn } from "../locale/name-text.ts";
import { termName } from "../locale/project-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { addPackage, allocateMoney } from "../state/money.ts";
import { selectCatalogue } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FormActions, MoneyField, YuanField } from "./money-field.tsx";
import { textOf, yuanOf } from "./money-text.ts";

/** Gathers projects of a renewal district in a package; of the projects the list holds. */
export function PackageForm({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useReader();
  const zones = useApp(selectCatalogue)?.zones ?? [];
  const projects = answerOfRun(useApp((state) => state.projects))?.items ?? [];
  const [isSending, setSending] = useState(false);
  const offered = [...new Set(projects.flatMap(({ renewalDistrict }) => renewalDistrict ?? []))];
  const [zone, setZone] = useState(offered[0] ?? "");
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSending(true);
    const taken = await addPackage({
      ...{ nameZh: textOf(form, "name"), nameEn: null, zone, level: "public" },
      projects: form.getAll("projects").map(String),
    });
    setSending(false);
    if (taken) onClose();
  };
  const zoneName = (id: string) => {
    const found = zones.find((each) => each.id === id);
    return found ? nameIn(language, found.properties) : id;
  };
  return (
    <form className="evidence-form money-form" onSubmit={(event) => void send(event)}>
      <MoneyField name="name" label="name" required />
      <label className="field">
        <span>{t("zoneKind.renewal-district")}</span>
        <select value={zone} onChange={({ target }) => setZone(target.value)}>
          {offered.map((id) => (
            <option key={id} value={id}>
              {zoneName(id)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t("money.members")}</span>
        <select name="projects" multiple required size={5} key={zone}>
          {projects
            .filter(({ renewalDistrict }) => renewalDistrict === zone)
            .map((project) => (
              <option key={project.id} value={project.id}>
                {nameIn(language, project)}
              </option>
            ))}
        </select>
      </label>
      <FormActions isSending={isSending} onClose={onClose} />
    </form>
  );
}

interface GiveFormProps {
  readonly bundle: FundingPackage;
  readonly fundings: readonly Funding[];
}

/** Gives a package money of a source that has some left, or changes what it has given. */
export function GiveForm({ bundle, fundings }: GiveFormProps) {
  const { t, terms, language, numbers } = useReader();
  const [isSending, setSending] = useState(false);
  const able = fundings.filter(({ id, leftYuan }) => (leftYuan ?? 0) > 0 || hasGiven(bundle, id));
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    setSending(true);
    const amountYuan = yuanOf(form, "amount") || null;
    if (await allocateMoney(textOf(form, "funding"), { package: bundle.id, amountYuan })) element.reset();
    setSending(false);
  };
  return (
    <details>
      <summary>{t("money.give")}</summary>
      <form className="evidence-form money-form" onSubmit={(event) => void send(event)}>
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
        <FormActions isSending={isSending} onClose={null} />
      </form>
    </details>
  );
}

const hasGiven = ({ fundings }: FundingPackage, id: string) => fundings.some((each) => each.id === id);
