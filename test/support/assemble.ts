// npm run assemble: writes the WebAssembly beside its text. What runs is committed, so that a start needs no assembler.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import startWabt from "wabt";

const SWEEPS = new URL("../../server/walking/lane-sweeps.wat", import.meta.url);

/** The bytes of the sweeps of the lane search, assembled from their text; throws where the text is not valid. */
export async function assembleSweeps(): Promise<Uint8Array> {
  const wabt = await startWabt();
  const module = wabt.parseWat("lane-sweeps.wat", readFileSync(SWEEPS, "utf8"));
  try {
    module.resolveNames();
    module.validate();
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}

/** Where the assembled sweeps are kept. */
export const assembledSweeps = new URL("lane-sweeps.wasm", SWEEPS);

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(assembledSweeps, await assembleSweeps());
}
