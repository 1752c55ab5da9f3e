/** Today's date in China, as the service counts days, YYYY-MM-DD. */
export const todayText = () =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
