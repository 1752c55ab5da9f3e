import type { AskedArea } from "./drawing-state.ts";
import type { ComparedArea } from "./sheet-state.ts";

/** Areas that fit side by side. */
export const MAX_COMPARED = 4;

/** Parts an area from its name; no drawn area has it, and in a name it is encoded. */
const NAME_SIGN = "@";

function nameFromText(text: string | undefined): string | null {
  try {
    return text ? decodeURIComponent(text) : null;
  } catch {
    return null;
  }
}

/** Compared areas as one part of the address: `area@name|area`; null where there are none. */
export function comparedToText(
  compared: readonly ComparedArea[],
  areaToText: (area: AskedArea) => string,
): string | null {
  if (compared.length === 0) return null;
  return compared
    .map(({ name, area }) =>
      name === null ? areaToText(area) : `${areaToText(area)}${NAME_SIGN}${encodeURIComponent(name)}`,
    )
    .join("|");
}

/** The areas such a part says; what is none is left out, and so are those beyond the fourth. */
export function comparedFromText(
  text: string | null,
  areaFromText: (text: string) => AskedArea | null,
): ComparedArea[] {
  return (text ?? "")
    .split("|")
    .flatMap((part): ComparedArea[] => {
      const [areaText = "", name] = part.split(NAME_SIGN);
      const area = areaText === "" ? null : areaFromText(areaText);
      return area === null ? [] : [{ name: nameFromText(name), area }];
    })
    .slice(0, MAX_COMPARED);
}
