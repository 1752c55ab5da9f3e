import { nameIn } from "../locale/name-text.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** The codes of facility categories in their order, and how each is named. */
export function useCategories(): {
  readonly codes: readonly string[];
  readonly nameOf: (code: string) => string;
} {
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  return {
    codes: categories.map(({ code }) => code),
    nameOf: (code) => {
      const category = categories.find((each) => each.code === code);
      return (category && nameIn(language, category)) ?? code;
    },
  };
}
