import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CONTRACT = fileURLToPath(new URL("./contract", import.meta.url));
const DIGITS = 16;

/** The reply header that says by which contract the service answers. */
export const CONTRACT_HEADER = "atlas-contract";

/**
 * The revision of the contract: a hash of its files. The service checks every reply by its schemas; a page built with the
 * same revision need not check them again, and one built with another says so instead of misreading an answer.
 */
export function contractRevision(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(CONTRACT).sort()) {
    if (file.endsWith(".ts"))
      hash
        .update(`${file}\0`)
        .update(readFileSync(`${CONTRACT}/${file}`))
        .update("\0");
  }
  return hash.digest("hex").slice(0, DIGITS);
}
