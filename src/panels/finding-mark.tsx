import { severityColour } from "../cartography/finding-colours.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";

/** How grave a finding is: the dot of the map, and in words. */
export function FindingMark({ severity }: { readonly severity: string }) {
  const { terms, nameOf } = useFindingReader();
  const isDark = useApp(selectIsDark);
  const levels = terms.filter(({ kind }) => kind === "severity").map(({ code }) => code);
  return (
    <span className="finding-mark">
      <i style={{ background: severityColour(levels.indexOf(severity), isDark) }} aria-hidden="true" />
      {nameOf("severity", severity)}
    </span>
  );
}
