import { readProjectTerms } from "../projects-backend.ts";
import { useApp } from "./store.ts";

/** Reads the words of the project pool, once; without them a code stands for itself. */
export async function readTerms(): Promise<void> {
  if (useApp.getState().projectTerms.length > 0) return;
  const terms = await readProjectTerms().catch(() => null);
  if (terms) useApp.setState({ projectTerms: terms.items });
}
