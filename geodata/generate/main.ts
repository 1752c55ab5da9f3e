// npm run sample [seed]: generates the sample district and prints what it is held against.
import { calibrationOf } from "./calibration.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { makeSampleDistrict, SAMPLE_SEED } from "./sample-district.ts";

const startedAt = performance.now();
const seed = Number(process.argv[2] ?? SAMPLE_SEED);
const sample = makeSampleDistrict(seed);
const lines = [
  sample.source,
  `seed ${seed}, generated in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`,
  JSON.stringify(calibrationOf(sample), null, 2),
  ...Object.entries(sample.tables).map(([table, rows]) => `${table}: ${rows.length}`),
  `sha256 ${fingerprintOf(sample)}`,
];
process.stdout.write(`${lines.join("\n")}\n`);
