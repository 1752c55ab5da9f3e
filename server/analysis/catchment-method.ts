import type { Method } from "../contract/analysis.ts";
import type { TwoStepCatchmentParams } from "../contract/two-step-catchment.ts";
import type { CatchmentStandards } from "./catchment-standards.ts";
import { EDGE_METHOD, ownMethod } from "./method.ts";

const METHODS: Readonly<Record<TwoStepCatchmentParams["method"], Omit<Method, "quantity" | "status">>> = {
  "two-step": {
    standard: "Luo & Wang 2003, Environment and Planning B 30(6)",
    edition: null,
    clause: null,
    text: "What a facility holds is divided by all people within the time of it; what each person has is the sum of these ratios over all facilities within the time.",
  },
  enhanced: {
    standard: "Luo & Qi 2009, Health & Place 15(4)",
    edition: null,
    clause: null,
    text: "As the two-step method, people and ratios weighted by thirds of the time: nearer counts for more.",
  },
  gaussian: {
    standard: "Dai 2010, Health & Place 16(5)",
    edition: null,
    clause: null,
    text: "As the two-step method, people and ratios weighted by a bell that is 1 at the door and 0 at the time.",
  },
};

const SUPPLY_TEXT: Readonly<Record<TwoStepCatchmentParams["supply"], string>> = {
  capacity:
    "What a facility holds is its capacity as recorded; where none is recorded it is left out and counted.",
  area: "What a facility holds is its area in m²; where none is known it is left out and counted.",
  count: "Every facility counts as one.",
};

/** How the figures of a two-step catchment are made. */
export function methodOfCatchment(
  { requirement, ruleSet, group }: CatchmentStandards,
  { method, walks, supply, persona, at }: TwoStepCatchmentParams,
): Method[] {
  const time: Method[] = requirement
    ? [
        {
          quantity: "minutes",
          standard: ruleSet.titleEn,
          edition: ruleSet.edition,
          clause: requirement.clause,
          status:
            requirement.status === "verified" && requirement.tierStatus === "verified"
              ? "verified"
              : "unverified",
          text: "The time of the shortest tier of the rule set that names the category.",
        },
      ]
    : [];
  return [
    { quantity: "perThousand", status: "unverified", ...METHODS[method] },
    ...time,
    ownMethod(
      "walks",
      `${walks === "both" ? "The walk there and the walk back must both be within the time, and the longer one counts" : "The walk to the facility must be within the time"}: over the network with slopes, stairs, lifts and opening hours, persona ${persona}, ${at}; a time of exactly the minutes counts.`,
    ),
    ownMethod("supply", SUPPLY_TEXT[supply]),
    ownMethod(
      "demand",
      `Who competes: ${group.nameEn}, all of the district, whichever area is asked about; people who live outside it are not known and do not compete.`,
    ),
    ownMethod(
      "balance",
      "Σ P·A over the district equals Σ S of the facilities with people in reach: what is supplied is shared out, no more and no less.",
    ),
    ownMethod(
      "none",
      "People with no facility in reach, or none by weight; buildings not joined to the walking network are among them and counted beside. Who reaches only facilities that hold an unknown amount is not among them.",
    ),
    ownMethod(
      "gini",
      "Gini coefficient of supply per person, weighted by people, over those for whom it is known.",
    ),
    ownMethod(
      "zones",
      "A building belongs to the community and the subdistrict that a point on its footprint lies in; the mean is over its people.",
    ),
    EDGE_METHOD,
  ];
}
