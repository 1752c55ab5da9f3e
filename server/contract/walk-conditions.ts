import { z } from "zod";
import { LonLat } from "./geometry.ts";

/** Whether ways that cost a fare are walked. */
export const FARES = ["include", "avoid"] as const;
export const Fares = z.enum(FARES).default("include").meta({
  description: "avoid: escalators, lifts and cableways that cost a fare are left aside",
});
export type Fares = z.infer<typeof Fares>;

/** Whether the stairs of one's own house count, where it has no lift. */
export const UPSTAIRS = ["none", "mean", "top"] as const;
export const Upstairs = z.enum(UPSTAIRS).default("none").meta({
  description:
    "mean: half the storeys above the ground floor are climbed in houses known to have no lift, as the average resident does; top: all of them; houses whose floors or lift are not known are walked from the door and counted",
});
export type Upstairs = z.infer<typeof Upstairs>;

/** A part of the network with hours or a fare; the same line in several pieces stands once. */
export const ConditionalEdge = z.object({
  kind: z.string(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  openHours: z
    .string()
    .nullable()
    .meta({ description: "in OpenStreetMap's notation; null = none in the data" }),
  fare: z
    .string()
    .nullable()
    .meta({ description: "as written in the source; yes = costs, not said how much" }),
  at: LonLat.meta({ description: "its middle" }),
});
export type ConditionalEdge = z.infer<typeof ConditionalEdge>;

/** What the time of day and fares mean for an answer. */
export const WalkConditionsFound = z.object({
  closed: z.array(ConditionalEdge).meta({ description: "closed at the time asked about" }),
  unreadable: z.array(ConditionalEdge).meta({ description: "with hours that cannot be read: taken as open" }),
  paid: z
    .array(ConditionalEdge)
    .meta({ description: "that cost a fare: used, or left aside where fares are avoided" }),
});
export type WalkConditionsFound = z.infer<typeof WalkConditionsFound>;
