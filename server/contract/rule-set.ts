import { z } from "zod";

/** GET /api/rule-sets: the rule sets that coverage can be judged by, those without requirements yet included. */
export const RuleSetList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      edition: z.string(),
      jurisdiction: z.string(),
      status: z.enum(["verified", "unverified"]),
      requirements: z.number().int().meta({ description: "0: none has been entered yet" }),
      required: z.number().int().meta({ description: "0: nothing of it counts in a compliance figure" }),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type RuleSetList = z.infer<typeof RuleSetList>;
export type RuleSet = RuleSetList["items"][number];
