const inChina = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", ...options });
const DAY = inChina({});
const MINUTE = inChina({ dateStyle: "short", timeStyle: "short" });

/** Today's date in China, as the service counts days, YYYY-MM-DD. */
export const todayText = () => DAY.format(new Date());

/** The date in China of a moment the service tells, YYYY-MM-DD. */
export const dayText = (at: string) => DAY.format(new Date(at));

/** A moment the service tells by the clock in China, YYYY-MM-DD HH:MM. */
export const minuteText = (at: string) => MINUTE.format(new Date(at));
