import { conflict, notFound } from "../errors.ts";

/** A file that was taken, as far as taking it back asks. */
interface TakenFile {
  readonly undone: boolean;
}

/** A file that was taken and stands; throws not-found, and conflict where it was taken back already. */
export function requireStanding<Taken extends TakenFile>(taken: Taken | undefined): Taken {
  if (!taken) throw notFound("import of that version");
  if (taken.undone) throw conflict("This file was taken back already.", { undone: true });
  return taken;
}

/** Throws conflict, with what it is under `name`, where something of a file was changed since: it stays then as a whole. */
export function requireUnchanged(name: string, changed: readonly unknown[]): void {
  if (changed.length > 0)
    throw conflict(`${changed.length} rows of this file were changed since, so it stays as a whole.`, {
      [name]: changed,
    });
}
