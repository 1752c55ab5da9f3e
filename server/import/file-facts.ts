import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ImportReport } from "../contract/dataset-report.ts";
import { StartupError } from "../startup-error.ts";

/** Name, size and checksum of a file that was imported; throws StartupError where it cannot be read. */
export async function fileFacts(file: string): Promise<ImportReport["files"][number]> {
  try {
    const { size } = await stat(file);
    const hash = createHash("sha256");
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return { name: basename(file), bytes: size, sha256: hash.digest("hex") };
  } catch {
    throw new StartupError(`${file} cannot be read; give the path of a file.`);
  }
}
