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

/** The documents of a file that have one of the extensions: itself, or members of a zip (KMZ is one). */
export async function openFile(
  file: NamedFile,
  { extensions, encoding }: { readonly extensions: readonly string[]; readonly encoding: string | null },
): Promise<{ readonly valid: true; readonly documents: readonly Document[] } | Refused> {
  const { name, bytes } = file;
  if (bytes.length === 0) return refused("empty-file", { name });
  if (bytes.length > MAX_FILE_MB * MEGABYTE) {
    return refused("file-too-large", { size: Math.ceil(bytes.length / MEGABYTE), limit: MAX_FILE_MB });
  }
  if (startsWith(bytes, "PK")) return openZip(file, { extensions, encoding });
  if (startsWith(bytes, "AC10") || extensionOf(name) === "dwg") return refused("dwg");
  if (!extensions.includes(extensionOf(name))) return refused("unknown-format", { name });
  return { valid: true, documents: [{ name, bytes, encoding, sibling: () => null }] };
}

async function openZip(
  { bytes }: NamedFile,
  { extensions, encoding }: { readonly extensions: readonly string[]; readonly encoding: string | null },
): ReturnType<typeof openFile> {
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
      return unpacked <= MAX_UNPACKED_MB * MEGABYTE;
    },
  });
  if (unpacked > MAX_UNPACKED_MB * MEGABYTE) {
    return refused("file-too-large", { size: Math.ceil(unpacked / MEGABYTE), limit: MAX_UNPACKED_MB });
  }
  const entries = Object.entries(members);
  const documents = entries
    .filter(([name]) => extensions.includes(extensionOf(name)))
    .map(([name, content]): Document => {
      const sibling = (extension: string) =>
        entries.find(([other]) => stemOf(other) === stemOf(name) && extensionOf(other) === extension)?.[1] ??
        null;
      return { name, bytes: content, encoding, sibling };
    });
  if (documents.length > 0) return { valid: true, documents };
  return refused("zip-without-area", { names: found.slice(0, 5).join(", ") });
}
