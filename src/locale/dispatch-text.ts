import type { DispatchRow, LightReason } from "../../server/contract/dispatch.ts";
import type { Reader } from "./guard-text.ts";

/** Why a light, in the reader's language: the words of the rule, and the numbers it was judged by. */
export function lightReasonText({ textZh, textEn, hit, values }: LightReason, reader: Reader): string {
  const { t, numbers, language } = reader;
  const text = language === "en" ? textEn : textZh;
  if (hit === null) return t("dispatch.cannotTell", { text });
  const { matters, days, ofSchedule } = values;
  if (typeof matters === "string" && typeof days === "number")
    return [text, t("dispatch.overdue", { matters, days })].join(" · ");
  if (typeof ofSchedule === "number")
    return [text, t("dispatch.ofSchedule", { share: numbers.shareReached(ofSchedule) })].join(" · ");
  return text;
}

/** Done this year against the plan and the share of the year gone by at the end of the month; null = not told. */
export function ofSchedule({ values }: Pick<DispatchRow, "values">, month: string): number | null {
  const { yearPlanWanYuan: plan = null, yearDoneWanYuan: done = null } = values ?? {};
  if (plan === null || done === null || plan === 0) return null;
  return done / ((plan * Number(month.slice(5))) / 12);
}
