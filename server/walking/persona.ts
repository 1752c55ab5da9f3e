/** A row of the persona table: how fast a kind of person walks and what they may use. Speeds in m/s. */
export interface Persona {
  readonly id: string;
  readonly flatMps: number;
  /** null = stairs forbidden, in all four. */
  readonly stairsUpHorizontalMps: number | null;
  readonly stairsDownHorizontalMps: number | null;
  readonly stairsUpVerticalMps: number | null;
  readonly stairsDownVerticalMps: number | null;
  readonly escalator: boolean;
  readonly lift: boolean;
  /** Rise over length beyond which an edge is forbidden, either direction; null = none. */
  readonly maxGrade: number | null;
  /** true = may use step-free edges only. */
  readonly stepFree: boolean;
}

/** Which part of the network a persona may be on at all; snapping and components are judged per class. */
export type MobilityClass = "any" | "step-free";

/** The mobility class of a persona. */
export function mobilityClassOf(persona: Persona): MobilityClass {
  return persona.stepFree ? "step-free" : "any";
}

/** The walking_parameter rows that walking uses, by their meaning. */
export interface WalkingParameters {
  readonly toblerExponent: number;
  readonly toblerOffset: number;
  readonly slopeClip: number;
  readonly escalatorWaitS: number;
  readonly escalatorSpeedMps: number;
  readonly liftWaitS: number;
  readonly liftSpeedMps: number;
  readonly cablewaySpeedMps: number;
  /** Headway of a cableway that has none tagged; null = such a cableway cannot be timed and is not used. */
  readonly cablewayHeadwayS: number | null;
  readonly signalDelayS: number;
  readonly connectorMaxM: number;
  /** Wheels get onto the network by no straight walk that rises more steeply, rise over length. */
  readonly connectorGradeMax: number;
  readonly componentMinNodes: number;
  readonly facilityOutlineM: number;
  readonly reachMaxS: number;
  /** Error of the heights of an elevation model, the bound of 90 in 100. */
  readonly heightErrorM: number;
  /** From one floor to the next within a building. */
  readonly storeyHeightM: number;
  readonly fatigueFreeRiseM: number;
  readonly fatigueRiseStepM: number;
  readonly fatiguePerStep: number;
  readonly fatigueMax: number;
}

/** Reads the parameters from walking_parameter rows; throws naming the row that is missing. */
export function walkingParameters(
  rows: readonly { readonly name: string; readonly value: number }[],
): WalkingParameters {
  const values = new Map(rows.map((row) => [row.name, row.value]));
  const need = (name: string): number => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The walking parameter "${name}" is missing.`);
    return value;
  };
  return {
    toblerExponent: need("tobler-exponent"),
    toblerOffset: need("tobler-offset"),
    slopeClip: need("slope-clip"),
    escalatorWaitS: need("escalator-wait"),
    escalatorSpeedMps: need("escalator-speed"),
    liftWaitS: need("lift-wait"),
    liftSpeedMps: need("lift-speed"),
    cablewaySpeedMps: need("cableway-speed"),
    cablewayHeadwayS: values.get("cableway-headway") ?? null,
    signalDelayS: need("signal-delay"),
    connectorMaxM: need("connector-max"),
    connectorGradeMax: need("connector-grade-max"),
    componentMinNodes: need("component-min-nodes"),
    facilityOutlineM: need("facility-outline"),
    reachMaxS: need("reach-max"),
    heightErrorM: need("height-error"),
    storeyHeightM: need("storey-height"),
    fatigueFreeRiseM: need("fatigue-free-rise"),
    fatigueRiseStepM: need("fatigue-rise-step"),
    fatiguePerStep: need("fatigue-per-step"),
    fatigueMax: need("fatigue-max"),
  };
}
