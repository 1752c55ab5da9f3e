import { type ComponentType, startTransition, use, useEffect, useReducer } from "react";
import { NotLoaded } from "./not-loaded.tsx";

// null = it did not load
type Asked<Props> = Promise<ComponentType<Props> | null>;

/**
 * A part of the page that is loaded when it is first shown. What does not load says so in its own place, and is asked for
 * again when the connection is back, when the reader asks, or when it is shown the next time; the rest of the page, and what
 * is typed there, stays.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  let asked: Asked<Props> | null = null;
  let isLost = false;
  const ask = (): Asked<Props> => {
    asked ??= stylesAgain()
      .then(load)
      .then(
        (part) => part.default,
        () => {
          isLost = true;
          return null;
        },
      );
    return asked;
  };
  const forget = () => {
    if (!isLost) return;
    isLost = false;
    asked = null;
  };
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, as the program is read
  return function LazyPart(props: Props) {
    const [tries, again] = useReducer((count: number) => count + 1, 0);
    useEffect(() => forget, []);
    const Part = use(ask());
    const retry = () => {
      forget();
      startTransition(again);
    };
    return Part === null ? <NotLoaded key={tries} tries={tries} onRetry={retry} /> : <Part {...props} />;
  };
}

const lostStyles = new Set<HTMLLinkElement>();

// the bundler asks once for the style of a part; without it the part would come undressed the next time
if (typeof document !== "undefined")
  document.addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === "stylesheet") lostStyles.add(target);
    },
    true,
  );

async function stylesAgain(): Promise<void> {
  const links = [...lostStyles];
  lostStyles.clear();
  await Promise.all(
    links.map((link) => {
      const next = document.createElement("link");
      next.rel = "stylesheet";
      next.href = link.href;
      const come = new Promise((resolve, reject) => {
        next.onload = resolve;
        next.onerror = reject;
      });
      link.replaceWith(next);
      return come;
    }),
  ).catch(() => undefined);
}
