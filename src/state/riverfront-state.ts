import type { Answer } from "../../server/contract/analysis.ts";
import type { Persona } from "../../server/contract/life-circle-coverage.ts";
import type { RiverfrontAccessResult } from "../../server/contract/riverfront-access.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";

/** A question about river banks. */
export interface RiverfrontChoice {
  readonly asked: boolean;
  /** Whose walks the map and the roads between are of. */
  readonly persona: Persona;
  /** Whether secondary roads count as barriers too. */
  readonly secondary: boolean;
}

/** A whole question about river banks. */
export interface RiverfrontQuestion extends Omit<RiverfrontChoice, "asked"> {
  readonly district: string;
  readonly area: AskedArea;
}

export type RiverfrontAnswer = Answer<RiverfrontAccessResult>;

/** River banks and how one gets there. */
export interface RiverfrontState {
  readonly riverfront: RiverfrontChoice;
  readonly riverfrontAccess: Run<RiverfrontQuestion, RiverfrontAnswer>;
  /** The segment of it picked, by its id. */
  readonly riverfrontSegment: string | null;
}

export const RIVERFRONT_START: RiverfrontState = {
  riverfront: { asked: false, persona: "adult", secondary: false },
  riverfrontAccess: { status: "idle" },
  riverfrontSegment: null,
};
