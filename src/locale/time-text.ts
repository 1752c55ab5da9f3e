import type { TFunction } from "i18next";

/** A local time of the week such as wedT10:00 as a reader says it; Wednesday stands for any working day. */
export function timeText(at: string, t: TFunction): string {
  const [day, clock] = at.split("T");
  return `${t(`minutesView.days.${day}`)} ${clock}`;
}
