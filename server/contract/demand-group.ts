import { z } from "zod";
import { ClauseStatus } from "./basis.ts";

/** GET /api/demand-groups: who may compete for facilities, all residents first. */
export const DemandGroupList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      nameZh: z.string(),
      nameEn: z.string(),
      ages: z.string().meta({ description: "all, or age groups such as 65-79;80+" }),
      status: ClauseStatus,
      categories: z.array(z.string()).meta({ description: "facility categories that are for this group" }),
    }),
  ),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type DemandGroupList = z.infer<typeof DemandGroupList>;
