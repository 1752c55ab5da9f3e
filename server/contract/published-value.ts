import { z } from "zod";
import { Jurisdiction } from "./basis.ts";

/** An official figure as printed, with who said it, when, and on what basis; never overwritten by ours. */
export const PublishedValue = z.object({
  id: z.number().int(),
  zone: z.string().nullable(),
  quantity: z.string(),
  value: z.number(),
  unit: z.string(),
  jurisdiction: Jurisdiction,
  asOf: z.string(),
  basis: z.string(),
  source: z.string(),
  supersededBy: z.number().int().nullable(),
});
export type PublishedValue = z.infer<typeof PublishedValue>;

export const PublishedValueList = z.object({
  items: z.array(PublishedValue),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type PublishedValueList = z.infer<typeof PublishedValueList>;
