import type { NamedFile } from "../formats/area-format.ts";
import { ACCEPTED_EXTENSIONS } from "../formats/extensions.ts";
import type { Choices } from "../formats/read-areas.ts";
import { beginReading, refuseDropped, showDropped } from "../state/dropped-file.ts";
import { selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";

// bytes are no state of the page: they are kept only to read them once more, in another way
let inHand: NamedFile | null = null;

/** Reads files dropped together: the first that can hold areas, the others being its parts. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const isAccepted = ({ name }: File) =>
    ACCEPTED_EXTENSIONS.some((each) => name.toLowerCase().endsWith(each));
  const main = files.find(isAccepted) ?? files[0];
  if (!main) return;
  beginReading(main.name);
  const { tooLarge } = await import("../formats/open-file.ts");
  const large = tooLarge(files.reduce((sum, { size }) => sum + size, 0));
  if (large) return refuseDropped(main.name, large.reason);
  const beside = await Promise.all(files.filter((file) => file !== main).map(named));
  inHand = { ...(await named(main)), beside };
  await read(inHand, {});
}

/** Reads the file in hand once more, as the person says it is meant. */
export async function readAgain(choices: Choices): Promise<void> {
  if (inHand) await read(inHand, choices);
}

const named = async (file: File): Promise<NamedFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

async function read(file: NamedFile, choices: Choices): Promise<void> {
  const { readAreas } = await import("../formats/read-areas.ts");
  const answer = await readAreas(file, selectDistrict(useApp.getState())?.extent ?? null, choices);
  // another file may have been dropped meanwhile
  if (file !== inHand) return;
  if (answer.valid) showDropped(file.name, answer);
  else refuseDropped(file.name, answer.reason);
}
