import { z } from "zod";
import { ZoneProperties } from "./catalogue.ts";

/** What is known of a place on the ground; null where the elevation model knows nothing there. */
export const Place = z.object({
  lon: z.number(),
  lat: z.number(),
  heightM: z.number().nullable().meta({ description: "bilinear in the elevation model" }),
  slope: z
    .number()
    .nullable()
    .meta({ description: "rise over run of the ground, over three cells each way" }),
  cellM: z.number().nullable().meta({ description: "size of a cell of the elevation model" }),
  zones: z
    .array(ZoneProperties.pick({ id: true, kind: true, nameZh: true, nameEn: true, boundaryStatus: true }))
    .meta({ description: "zones the place lies in; empty = outside the district" }),
});
export type Place = z.infer<typeof Place>;
