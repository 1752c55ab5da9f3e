import type { TFunction } from "i18next";
import type { Failure } from "../backend.ts";
import { type FailureReason, failureReason } from "../locale/failure-reason.ts";
import type { NumberText } from "../locale/number-text.ts";
import { useReader } from "../locale/use-reader.ts";

/** Why an entry was not taken, in the reader's language; what was typed stays beside it. */
export function EntryRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { t, numbers } = useReader();
  if (refusal === null) return null;
  const { text, own } = reasonOf(refusal, t, numbers);
  return (
    <div className="failure" role="alert" data-code={refusal.code} data-path={refusal.path}>
      <strong>{t("entry.refused")}</strong>
      {text === null ? null : <p>{text}</p>}
      {own === null ? null : <p lang="en">{own}</p>}
    </div>
  );
}

// what a form knows of its fields is said first, then what is known of the kind of refusal
function reasonOf(refusal: Failure, t: TFunction, numbers: NumberText): FailureReason {
  const known = knownReason(refusal);
  if (known !== null) return { text: t(known.key, known.values), own: null };
  const head = refusal.path?.split(".")[0] ?? "";
  if (WRONG.has(head)) return { text: t(`entry.wrong.${head}`), own: null };
  const reason = failureReason(refusal, t, numbers);
  const path = FIELDS[head];
  if (path === undefined) return reason;
  const field = t(path);
  if (reason.own === null && reason.text !== null)
    return { text: t("entry.wrongBound", { field, text: reason.text }), own: null };
  return { text: t("entry.wrongField", { field }), own: reason.own };
}

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
