import type { Failure } from "../backend.ts";
import { useReader } from "../locale/use-reader.ts";
import { FormReason } from "./form-parts.tsx";

/** Why an entry was not taken, in the reader's language; what was typed stays beside it. */
export function EntryRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { t } = useReader();
  if (refusal === null) return null;
  const known = knownReason(refusal);
  const field = FIELDS[headOf(refusal)];
  return (
    <div className="failure" role="alert" data-code={refusal.code} data-path={refusal.path}>
      <strong>{t("entry.refused")}</strong>
      {known === null ? (
        <FormReason refusal={refusal} field={field === undefined ? null : t(field)} />
      ) : (
        <p>{t(known.key, known.values)}</p>
      )}
    </div>
  );
}

const headOf = ({ path }: Failure) => path?.split(".")[0] ?? "";

// of these a form can be wrong in one way only, which is told in the reader's language
const WRONG = new Set(["categories", "yearEnd", "place", "stageReason", "amounts", "visitedOn"]);

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
  ...{ policyTrack: "entry.works.policyTrack", value: "programme.bottom.value" },
  ...{ asOf: "programme.bottom.asOf", toldBy: "programme.bottom.toldBy" },
  ...{ visitedOn: "entry.advisers.visitedOn", until: "entry.advisers.until" },
};

interface Known {
  readonly key: string;
  readonly values: Record<string, string>;
}

// what a form knows of its fields is said first, then what is known of the kind of refusal
function knownReason(refusal: Failure): Known | null {
  const { code, path, details } = refusal;
  const head = headOf(refusal);
  // a year may also be none at all
  const isOrder = head !== "yearEnd" || details.notBefore !== undefined;
  if (WRONG.has(head) && isOrder && code !== "conflict") return { key: `entry.wrong.${head}`, values: {} };
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
