import type {
  ItemBody,
  ItemFile,
  ItemFileReport,
  ItemStanding,
  ProgrammeItemList,
} from "../../server/contract/programme-items.ts";
import { failureOf } from "../backend.ts";
import { checkFile, deleteItem, importFile, readItems, sendItem, undoImport } from "../lists-backend.ts";
import { following } from "./following.ts";
import type { ItemsQuestion } from "./signing-state.ts";
import { useApp } from "./store.ts";

export const setItemList = (itemList: string | null) => useApp.setState({ itemList, programmeRefusal: null });
export const setItemStanding = (itemStanding: ItemStanding | null) => useApp.setState({ itemStanding });

const { follow, again } = following<ItemsQuestion, ProgrammeItemList>({
  select: ({ district, start, projectsView, itemList: list, itemStanding: only }) =>
    projectsView === "lists" && district !== null && start.status === "done"
      ? { district, list, only }
      : null,
  ask: readItems,
  put: (programmeItems) => useApp.setState({ programmeItems }),
  // the counts of all lists are the same whichever is shown, and its items are told by their list
  staleFor: ({ district, only }) => {
    const { programmeItems } = useApp.getState();
    if (programmeItems.status !== "done" || programmeItems.params.only !== only) return null;
    return programmeItems.params.district === district ? programmeItems.result : null;
  },
});

/** Reads the items while they are looked at; returns how to stop. */
export const followItems = follow;
export const itemsAgain = again;

const districtNow = () => useApp.getState().district!;

/** What a refusal of a file says was asked; that of a form says nothing. */
export const ITEM_FILE = "file of items";

// what was answered, null where it was refused: the refusal stands beside what was typed, or beside the file
async function asked<Answer>(
  send: () => Promise<Answer>,
  of?: typeof ITEM_FILE,
): Promise<{ readonly answer: Answer } | null> {
  try {
    const answer = await send();
    useApp.setState({ programmeRefusal: null });
    return { answer };
  } catch (error) {
    useApp.setState({ programmeRefusal: { ...failureOf(error), ...(of && { asked: of }) } });
    return null;
  }
}

async function written(send: () => Promise<unknown>, of?: typeof ITEM_FILE): Promise<boolean> {
  const done = await asked(send, of);
  if (done) void itemsAgain();
  return done !== null;
}

/** Adds an item, or changes the one of an id; answers whether it was taken. */
export const saveItem = (id: string | null, body: ItemBody) =>
  written(() => sendItem(districtNow(), id, body));
export const removeItem = (id: string) => written(() => deleteItem(districtNow(), id));

/** What each row of a file would do; null where it is no table. */
export const checkItemFile = async (file: ItemFile): Promise<ItemFileReport | null> =>
  (await asked(() => checkFile(districtNow(), file), ITEM_FILE))?.answer ?? null;
/** Brings a file in; answers whether it was taken. */
export const importItemFile = (file: ItemFile) => written(() => importFile(districtNow(), file), ITEM_FILE);
export const undoItemImport = (version: number) =>
  written(() => undoImport(districtNow(), version), ITEM_FILE);
