import { useApp } from "../state/store.ts";
import { type NumberText, numberText } from "./number-text.ts";

/** Numbers in the reader's language. */
export function useNumbers(): NumberText {
  return numberText(useApp((state) => state.language));
}
