import type { Position, Ring } from "../geometry/position.ts";
import type { Crs } from "./crs.ts";

/** A file as dropped. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Files dropped together with it, such as the parts of a shapefile. */
  readonly beside?: readonly NamedFile[];
}

/** Why a file, or one of its areas, cannot be used. Each is a sentence of the catalogue. */
export type RefusalCode =
  | "empty-file"
  | "file-too-large"
  | "unknown-format"
  | "damaged-file"
  | "dwg"
  | "binary-dxf"
  | "zip-encrypted"
  | "zip-without-area"
  | "several-crs"
  | "no-polygon"
  | "open-lines"
  | "loose-lines"
  | "no-coordinates"
  | "bad-row"
  | "too-few-corners"
  | "too-many-vertices"
  | "too-many-areas"
  | "foreign-datum"
  | "unknown-crs";

/** What a person should know of a file that can be used. Each is a sentence of the catalogue. */
export type NoteCode =
  | "crs-contradicted"
  | "far-from-district"
  | "closed-gap"
  | "millimetres"
  | "self-crossing"
  | "left-out";

/** A sentence by its code, with what fills its places. */
export interface Remark<Code extends string = string> {
  readonly code: Code;
  readonly values: Readonly<Record<string, string | number>>;
}
export type Refusal = Remark<RefusalCode>;
export type Note = Remark<NoteCode>;

export interface Refused {
  readonly valid: false;
  readonly reason: Refusal;
}

export const refused = (code: RefusalCode, values: Refusal["values"] = {}): Refused => ({
  valid: false,
  reason: { code, values },
});

/** A polygon as its file has it: rings closed, first the outer one, positions in the file's own CRS and order. */
export interface FileShape {
  readonly name: string | null;
  readonly rings: readonly Ring[];
  /** The ends of a line that was nearly closed, and is closed only if the person agrees. */
  readonly gap: readonly [Position, Position] | null;
}

/** What a file says of its CRS: nothing, one we know, or a datum that can only be left with secret parameters. */
export type StatedCrs = { readonly crs: Crs } | { readonly foreignDatum: string };

/** How the bytes of a text were read, and how else they may be meant, each with a piece of the text in it. */
export interface TextReading {
  readonly encoding: string;
  readonly candidates: readonly { readonly encoding: string; readonly sample: string }[];
}

export interface FileContent {
  readonly valid: true;
  readonly shapes: readonly FileShape[];
  readonly crs: StatedCrs | null;
  /** Whether the format itself says which number is the easting. */
  readonly axesStated: boolean;
  readonly text: TextReading | null;
  readonly notes: readonly Note[];
}

/** One document to read: alone, or a member of a zip with the files beside it that share its name. */
export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The file of the same name with another extension (lower case, no dot), or null. */
  readonly sibling: (extension: string) => Uint8Array | null;
  /** The encoding the person chose, or null. */
  readonly encoding: string | null;
}

/** A kind of file that can hold areas. Throws only where the file breaks its own format. */
export interface AreaFormat {
  readonly read: (document: Document) => Promise<FileContent | Refused>;
}
