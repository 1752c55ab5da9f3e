import type {
  ItemBody,
  ItemFile,
  ItemFileReport,
  ProgrammeItem,
  ProgrammeItemList,
} from "../server/contract/programme-items.ts";
import { addressOf, ask, sent } from "./backend.ts";
import type { ItemsQuestion } from "./state/signing-state.ts";

const PATH = "api/lists";

/** The items of a list, null = of all, the first 500. */
export const readItems = ({ district, list, only }: ItemsQuestion, signal: AbortSignal) =>
  ask<ProgrammeItemList>(
    addressOf(PATH, { district, limit: "500", list: list ?? undefined, only: only ?? undefined }),
    { signal },
  );
export const sendItem = (district: string, id: string | null, body: ItemBody) =>
  id === null
    ? ask<ProgrammeItem>(addressOf(PATH, { district }), sent("POST", body))
    : ask<ProgrammeItem>(addressOf(`${PATH}/${encodeURIComponent(id)}`, { district }), sent("PUT", body));
export const deleteItem = (district: string, id: string) =>
  ask<null>(addressOf(`${PATH}/${encodeURIComponent(id)}`, { district }), { method: "DELETE" });
export const checkFile = (district: string, file: ItemFile) =>
  ask<ItemFileReport>(addressOf(`${PATH}/checks`, { district }), sent("POST", file));
export const importFile = (district: string, file: ItemFile) =>
  ask<ItemFileReport>(addressOf(`${PATH}/imports`, { district }), sent("POST", file));
export const undoImport = (district: string, version: number) =>
  ask<null>(addressOf(`${PATH}/imports/${version}`, { district }), { method: "DELETE" });
