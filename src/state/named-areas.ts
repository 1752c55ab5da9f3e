import { z } from "zod";
import { Area } from "../../server/contract/geometry.ts";
import type { AskedArea } from "./drawing-state.ts";
import type { NamedArea } from "./sheet-state.ts";
import { useApp } from "./store.ts";

const KEY = "atlas-named-areas";
/** Where a list is put that this version of the page cannot read, so that nothing is lost. */
const UNREADABLE_KEY = "atlas-named-areas-unreadable";

const Kept = z.object({
  id: z.string(),
  name: z.string().min(1),
  district: z.string(),
  area: Area,
});
const KeptList = z.object({ version: z.literal(1), areas: z.array(z.unknown()) });

// null: there is a list, and it cannot be read
function areasOf(text: string): { readonly areas: NamedArea[]; readonly isWhole: boolean } | null {
  try {
    const { areas } = KeptList.parse(JSON.parse(text));
    const sound = areas.flatMap((each) => Kept.safeParse(each).data ?? []);
    return { areas: sound, isWhole: sound.length === areas.length };
  } catch {
    return null;
  }
}

// a browser that keeps nothing for this page: the list lasts as long as the page does
function onDevice<Result>(use: (device: Storage) => Result): Result | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

function readList(): readonly NamedArea[] {
  const text = onDevice((device) => device.getItem(KEY));
  if (text === null) return useApp.getState().namedAreas ?? [];
  const read = areasOf(text);
  if (!read?.isWhole) onDevice((device) => device.setItem(UNREADABLE_KEY, text));
  return read?.areas ?? [];
}

/** Takes up the areas this device keeps; one that cannot be read is left out and put aside. */
export function recallNamedAreas(): void {
  useApp.setState({ namedAreas: readList() });
}

// read again each time: another window may have changed the list
function changeList(change: (areas: readonly NamedArea[]) => readonly NamedArea[]): void {
  const areas = change(readList());
  useApp.setState({ namedAreas: areas });
  onDevice((device) => device.setItem(KEY, JSON.stringify({ version: 1, areas })));
}

const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

/** Keeps areas under their names, the newest last; a name twice in a district gets a number. */
export function keepAreas(areas: readonly { readonly name: string; readonly area: AskedArea }[]): void {
  const { district } = useApp.getState();
  if (district === null) return;
  changeList((kept) => {
    const all = [...kept];
    for (const { name, area } of areas)
      all.push({ id: newId(), name: freeName(name.trim(), district, all), district, area });
    return all;
  });
  // the list in which they now stand
  useApp.setState({ openedQuestion: "named-areas" });
}

function freeName(name: string, district: string, kept: readonly NamedArea[]): string {
  const taken = new Set(kept.filter((each) => each.district === district).map((each) => each.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}

/** Gives a kept area another name; an empty one changes nothing. */
export function renameArea(id: string, name: string): void {
  const trimmed = name.trim();
  if (trimmed === "") return;
  changeList((kept) => kept.map((each) => (each.id === id ? { ...each, name: trimmed } : each)));
}

/** Takes an area off the list; it can be put back until another is deleted. */
export function deleteArea(id: string): void {
  changeList((kept) => {
    const place = kept.findIndex((each) => each.id === id);
    const area = kept[place];
    if (area) useApp.setState({ deletedArea: { area, place } });
    return kept.filter((each) => each.id !== id);
  });
}

/** Puts the last deleted area back in its place. */
export function undoDelete(): void {
  const { deletedArea } = useApp.getState();
  if (deletedArea === null) return;
  changeList((kept) => kept.toSpliced(deletedArea.place, 0, deletedArea.area));
  useApp.setState({ deletedArea: null });
}
