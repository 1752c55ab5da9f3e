import type { TFunction } from "i18next";
import type { HeldStatus } from "../../server/contract/funding.ts";
import { together } from "../locale/number-text.ts";
import { useReader } from "../locale/use-reader.ts";

/** The parts of a bar of money, the surest first. */
export const SUREST_FIRST: readonly HeldStatus[] = ["received", "approved", "declared"];

interface ByStatus {
  readonly declaredYuan: number;
  readonly approvedYuan: number;
  readonly receivedYuan: number;
}

/** The amount of one status. */
export const amountOf = (money: ByStatus, status: HeldStatus) => money[`${status}Yuan`];
export const sumOf = (money: ByStatus) =>
  SUREST_FIRST.reduce((sum, status) => sum + amountOf(money, status), 0);

/** Yuan as a reader reads them; null is unknown. */
export function useYuan(): (yuan: number | null) => string {
  const { t, numbers } = useReader();
  return (yuan) =>
    yuan === null ? t("money.unknown") : together(t("money.yuan", { amount: numbers.count(yuan) }));
}

/** Leverage, or why there is none: where public money stands alone nothing is levered, for all that is known. */
export function leverageText(t: TFunction, ratio: number | null, isEmpty: boolean): string {
  if (ratio === null) return t(isEmpty ? "money.unknown" : "money.leverageNone");
  return ratio === 0 ? t("money.leverageAlone") : t("money.leverageOf", { ratio: ratio.toFixed(2) });
}

/** Amounts are typed in 10,000 yuan. */
export const YUAN_OF_ONE = 10_000;

/** What was typed in 10,000 yuan as whole yuan; empty = unknown. */
export function yuanOf(form: FormData, name: string): number | null {
  const text = String(form.get(name) ?? "").trim();
  return text === "" ? null : Math.round(Number(text) * YUAN_OF_ONE);
}
/** Whole yuan as they are typed. */
export const typed = (yuan: number | null | undefined) =>
  yuan === null || yuan === undefined ? "" : String(yuan / YUAN_OF_ONE);
export const textOf = (form: FormData, name: string) => String(form.get(name) ?? "").trim();
