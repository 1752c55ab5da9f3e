import { z } from "zod";
import { ClauseStatus } from "./basis.ts";

/** GET /api/rule-sets: the rule sets that coverage can be judged by, those without requirements yet included; own ones where a district is named. */
export const RuleSetList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      titleZh: z.string(),
      titleEn: z.string(),
      edition: z.string(),
      jurisdiction: z.string().meta({ description: "国家, 市级 or 区级; 自定义 where somebody added it" }),
      own: z
        .boolean()
        .meta({ description: "added by somebody for this district; its figures are trial figures" }),
      status: ClauseStatus,
      requirements: z.number().int().meta({ description: "0: none has been entered yet" }),
      required: z.number().int().meta({ description: "0: nothing of it counts in a compliance figure" }),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});
export const RuleSet = RuleSetList.shape.items.element;
export type RuleSetList = z.infer<typeof RuleSetList>;
export type RuleSet = z.infer<typeof RuleSet>;
