import { useTranslation } from "react-i18next";
import type { ColourClass } from "../cartography/colourings/colouring.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { setLitClass } from "../state/colouring.ts";
import { useApp } from "../state/store.ts";

/** Classes with how many are of each, null = not known yet; pointed at, or reached by keyboard, one alone keeps its colour on the map. */
export function ClassKeys({
  classes,
  counts,
  isLost = false,
}: {
  readonly classes: readonly ColourClass[];
  readonly counts: readonly number[] | null;
  /** The counts could not be read, and none are on their way. */
  readonly isLost?: boolean;
}) {
  const isDark = useApp(selectIsDark);
  return (
    <ul className="classes" aria-busy={counts === null && !isLost} onMouseLeave={() => setLitClass(null)}>
      {classes.map((each, at) => (
        <ClassKey key={each.label} of={each} at={at} isDark={isDark} count={counts?.[at] ?? null} />
      ))}
    </ul>
  );
}

interface ClassKeyProps {
  readonly of: ColourClass;
  readonly at: number;
  readonly isDark: boolean;
  readonly count: number | null;
}

function ClassKey({ of, at, isDark, count }: ClassKeyProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isLit = useApp((state) => state.litClass === at);
  return (
    <li>
      <button
        type="button"
        aria-pressed={isLit}
        onMouseEnter={() => setLitClass(at)}
        onFocus={() => setLitClass(at)}
        onBlur={() => setLitClass(null)}
      >
        <i style={{ background: isDark ? of.dark : of.light }} />
        <span>{of.label.includes(".") ? t(of.label) : of.label}</span>
        <b>{count === null ? "" : numbers.count(count)}</b>
      </button>
    </li>
  );
}
