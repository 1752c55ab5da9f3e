import type { Failure } from "../backend.ts";
import { failureReason } from "../locale/failure-reason.ts";
import { useReader } from "../locale/use-reader.ts";

/** Why an entry was not taken, in the reader's language; what was typed stays beside it. */
export function EntryRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { t, numbers } = useReader();
  if (refusal === null) return null;
  const known = knownReason(refusal);
  const head = refusal.path?.split(".")[0] ?? "";
  const field = FIELDS[head];
  const { text, own } = failureReason(refusal, t, numbers);
  return (
    <div className="failure" role="alert" data-code={refusal.code} data-path={refusal.path}>
      <strong>{t("entry.refused")}</strong>
      {known === null && WRONG.has(head) ? <p>{t(`entry.wrong.${head}`)}</p> : null}
      {known === null && !WRONG.has(head) ? (
        <>
          {field === undefined ? null : <p>{t("entry.wrongField", { field: t(field) })}</p>}
          {text === null || field !== undefined ? null : <p>{text}</p>}
          {own === null ? null : <p lang="en">{own}</p>}
        </>
      ) : null}
      {known === null ? null : <p>{t(known.key, known.values)}</p>}
    </div>
  );
}

// of these a form can be wrong in one way only, which is told in the reader's language
const WRONG = new Set(["categories", "yearEnd", "place", "stageReason", "amounts"]);

// what a path of the service is called in the forms
const FIELDS: Readonly<Record<string, string>> = {
  ...{ categories: "entry.field.categories", stageReason: "entry.field.stageReason" },
  ...{ yearStart: "entry.field.yearStart", yearEnd: "entry.field.yearEnd", source: "entry.field.source" },
  ...{ amounts: "entry.field.amounts", renewalDistrict: "entry.field.renewalDistrict" },
  ...{ place: "entry.place.title", area: "entry.place.title", zone: "entry.place.title" },
  ...{ parent: "entry.plan.parent", periodEnd: "entry.plan.periodEnd", approval: "entry.plan.approval" },
  ...{ targetValue: "entry.evaluation.targetValue", beforeValue: "entry.evaluation.beforeValue" },
  ...{ beforeOn: "entry.evaluation.beforeOn", exemptBasis: "entry.works.exemptBasis" },
  ...{ exemptNewSqm: "entry.works.exemptNewSqm", rehousedHouseholds: "entry.works.rehousedHouseholds" },
  ...{ visitedOn: "entry.advisers.visitedOn", until: "entry.advisers.until" },
};

interface Known {
  readonly key: string;
  readonly values: Record<string, string>;
}

function knownReason({ code, path, details }: Failure): Known | null {
  if (code !== "conflict") return null;
  if (path === "code" || path === "nameZh")
    return { key: `entry.conflict.${path}`, values: { value: String(details[path] ?? "") } };
  if (Array.isArray(details.projects)) {
    const names = (details.projects as { nameZh: string }[]).map(({ nameZh }) => nameZh).join("、");
    return { key: "entry.conflict.come", values: { names } };
  }
  if ("version" in details) return { key: "entry.conflict.meanwhile", values: {} };
  if (details.missing === "target") return { key: "entry.evaluation.noTarget", values: {} };
  return typeof details.reason === "string" ? { key: "entry.evaluation.noBefore", values: {} } : null;
}
