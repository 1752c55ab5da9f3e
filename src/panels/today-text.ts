/** Today's date where the reader is, YYYY-MM-DD. */
export const todayText = () => new Intl.DateTimeFormat("sv-SE").format(new Date());
