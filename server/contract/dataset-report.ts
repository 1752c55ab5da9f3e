import { z } from "zod";
import { Completeness } from "./catalogue.ts";

/** What the import of a district's data reported: what came in, what was repaired, what is missing or doubtful. */
export const DatasetReport = z.object({
  districtId: z.string(),
  source: z.string(),
  asOf: z.string().nullable(),
  importedAt: z.string(),
  completeness: Completeness,
  report: z.record(z.string(), z.unknown()).nullable(),
});
export type DatasetReport = z.infer<typeof DatasetReport>;
