import { readFileSync } from "node:fs";

/**
 * The text of the .sql file that stands beside its runner; read once, when the runner's module loads.
 * Call as `loadSql("./density.sql", import.meta.url)`.
 */
export function loadSql(name: string, moduleUrl: string): string {
  return readFileSync(new URL(name, moduleUrl), "utf8");
}
