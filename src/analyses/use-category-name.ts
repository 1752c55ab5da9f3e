import { nameIn } from "../locale/name-text.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** Names a facility category by its code. */
export function useCategoryName(): (code: string) => string {
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  return (code) => {
    const category = categories.find((each) => each.code === code);
    return (category && nameIn(language, category)) ?? code;
  };
}
