import { fileURLToPath } from "node:url";

/** Where the standards lie: geodata/standards. */
export const STANDARDS_DIRECTORY = fileURLToPath(new URL("../geodata/standards", import.meta.url));
