import { createHash } from "node:crypto";
import type { SampleDistrict } from "./sample-district.ts";

/** The sha256 of everything the sample district holds, rows and elevation model: the same seed gives the same on every machine. */
export function fingerprintOf({ tables, elevation }: SampleDistrict): string {
  return createHash("sha256")
    .update(JSON.stringify(tables))
    .update(new Uint8Array(elevation.samples.buffer))
    .digest("hex");
}
