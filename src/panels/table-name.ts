import { nameIn } from "../locale/name-text.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { todayText } from "./today-text.ts";

/** What the file of a table is called: of which district it is, what it lists, and of which day, so that it is known in a folder. */
export function tableName(what: string): string {
  const state = useApp.getState();
  const district = selectDistrict(state);
  return [district && nameIn(state.language, district), what, todayText()].filter(Boolean).join(" ");
}
