import { type Document, type NamedFile, type Refused, refused } from "./area-format.ts";

const MEGABYTE = 1_000_000;
/** A red line has some hundred corners; more bytes than this are another kind of file, and would stall the page. */
const MAX_FILE_MB = 30;
const MAX_UNPACKED_MB = 120;

const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));

/** Lower case, without its dot; empty where there is none. */
export const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
const stemOf = (name: string) => name.replace(/\.[^./\\]+$/, "").toLowerCase();

/** What is said of a file of too many bytes, null where they are few enough: to ask before reading a huge file at all. */
export const tooLarge = (sizeBytes: number, limitMb = MAX_FILE_MB): Refused | null =>
  sizeBytes > limitMb * MEGABYTE
    ? refused("file-too-large", { size: Math.ceil(sizeBytes / MEGABYTE), limit: limitMb })
    : null;

interface Wanted {
  readonly extensions: readonly string[];
  readonly encoding: string | null;
}
type Opened = { readonly valid: true; readonly documents: readonly Document[] };

/** The documents of a file that have one of the extensions: itself, or members of a zip (KMZ is one). */
export async function openFile(file: NamedFile, wanted: Wanted): Promise<Opened | Refused> {
  const { name, bytes, beside = [] } = file;
  if (bytes.length === 0) return refused("empty-file", { name });
  const large = tooLarge(bytes.length);
  if (large) return large;
  if (startsWith(bytes, "PK")) return openZip(bytes, wanted);
  if (startsWith(bytes, "AC10") || extensionOf(name) === "dwg") return refused("dwg");
  const documents = documentsOf([file], [file, ...beside], wanted);
  return documents.length > 0 ? { valid: true, documents } : refused("unknown-format", { name });
}

async function openZip(bytes: Uint8Array, wanted: Wanted): Promise<Opened | Refused> {
  // bit 0 of the flags of the first member: encrypted
  if (((bytes[6] ?? 0) & 1) === 1) return refused("zip-encrypted");
  const { unzipSync } = await import("fflate");
  const found: string[] = [];
  let unpacked = 0;
  const members = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (name.endsWith("/") || name.startsWith("__MACOSX/")) return false;
      found.push(name);
      unpacked += originalSize;
      return tooLarge(unpacked, MAX_UNPACKED_MB) === null;
    },
  });
  const large = tooLarge(unpacked, MAX_UNPACKED_MB);
  if (large) return large;
  const files = Object.entries(members).map(([name, content]): NamedFile => ({ name, bytes: content }));
  const documents = documentsOf(files, files, wanted);
  if (documents.length > 0) return { valid: true, documents };
  return refused("zip-without-area", { names: found.slice(0, 5).join(", ") });
}

function documentsOf(
  files: readonly NamedFile[],
  all: readonly NamedFile[],
  { extensions, encoding }: Wanted,
): Document[] {
  const partOf = (name: string) => (extension: string) =>
    all.find((other) => stemOf(other.name) === stemOf(name) && extensionOf(other.name) === extension)
      ?.bytes ?? null;
  return files
    .filter(({ name }) => extensions.includes(extensionOf(name)))
    .map(({ name, bytes }) => ({ name, bytes, encoding, sibling: partOf(name) }));
}
