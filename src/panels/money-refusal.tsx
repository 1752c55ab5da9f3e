import type { TFunction } from "i18next";
import type { Failure } from "../backend.ts";
import type { NumberText } from "../locale/number-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { FormReason } from "./form-parts.tsx";
import { YUAN_OF_ONE } from "./money-text.ts";

/** Why money was not taken down, with what would be right, in the reader's language; nothing where nothing was refused. */
export function MoneyRefusal({ refusal }: { readonly refusal: Failure | null }) {
  const { t, numbers } = useReader();
  if (refusal === null) return null;
  const text = refusalText(refusal, { t, numbers });
  return (
    <div className="failure" role="alert" data-code={refusal.code}>
      <strong>{t("money.refused")}</strong>
      {text === null ? <FormReason refusal={inTyped(refusal)} /> : <p>{text}</p>}
    </div>
  );
}

// amounts are typed in 10,000 yuan, and so are the bounds told
function inTyped(refusal: Failure): Failure {
  const { path, details } = refusal;
  if (!path?.endsWith("Yuan")) return refusal;
  const typed = Object.entries(details).map(([name, value]) => [
    name,
    /^\d+$/.test(String(value)) ? String(Number(value) / YUAN_OF_ONE) : value,
  ]);
  return { ...refusal, details: Object.fromEntries(typed) };
}

function refusalText(
  { code, path, details }: Failure,
  { t, numbers }: { readonly t: TFunction; readonly numbers: NumberText },
): string | null {
  if (path === "ownYuan" && typeof details.atMost === "string")
    return t("money.refusedOwn", { total: numbers.count(Number(details.atMost)) });
  if (code !== "conflict") return null;
  const { leftYuan, sharedYuan, allocatedYuan } = details as Record<string, number | null | undefined>;
  if (typeof leftYuan === "number") return t("money.refusedLeft", { left: numbers.count(leftYuan) });
  if (typeof sharedYuan === "number") return t("money.refusedShared", { shared: numbers.count(sharedYuan) });
  if (typeof allocatedYuan === "number")
    return t("money.refusedAllocated", { allocated: numbers.count(allocatedYuan) });
  if (details.same !== undefined) return t("money.refusedSame");
  if (leftYuan === null) return t("money.refusedUnknown");
  return path === "status" ? t("money.refusedTarget") : null;
}
