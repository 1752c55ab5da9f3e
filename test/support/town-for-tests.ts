import type { TestProject } from "vitest/node";
import { findChromium } from "./browser.ts";
import { startTown } from "./town-service.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the service over the generated town answers for this run, with a slash at the end; empty without a browser. */
    townUrl: string;
    /** The same service with what is internal (INTERNAL=1). */
    internalTownUrl: string;
  }
}

/** One service over the town for all browser tests of a run: none of them changes what another one looks at. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const town = findChromium() === null ? null : await startTown();
  project.provide("townUrl", town?.url ?? "");
  project.provide("internalTownUrl", town?.internalUrl ?? "");
  return async () => town?.close();
}
