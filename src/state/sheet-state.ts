import type { Answer } from "../../server/contract/analysis.ts";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type { LifeCircleCoverageResult, Persona } from "../../server/contract/life-circle-coverage.ts";
import type { RuleSet } from "../../server/contract/rule-set.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";
import type { Conditions } from "./walk-state.ts";

export interface SheetParams {
  readonly persona: Persona;
  readonly mode: "time" | "distance" | "both";
  readonly ruleSet: string;
}

/** A whole question; two equal ones have one answer. */
export interface SheetQuestion extends SheetParams, Conditions {
  readonly district: string;
  readonly area: AskedArea;
}

/** A whole question about life circles for all walkers. */
export type PersonasQuestion = Omit<SheetQuestion, "persona">;

export type CoverageAnswer = Answer<LifeCircleCoverageResult>;

export type SheetAnswer = Answer<AnswerSheetResult>;

/** An area set beside others; `name` is null for a zone, which has its own, and for a drawn one not named yet. */
export interface ComparedArea {
  readonly name: string | null;
  readonly area: AskedArea;
}

/** An area kept on this device under a name. */
export interface NamedArea extends ComparedArea {
  readonly id: string;
  readonly name: string;
  readonly district: string;
}

/** Indicator sheets, one and several side by side. */
export interface SheetState {
  readonly sheetParams: SheetParams;
  readonly sheet: Run<SheetQuestion, SheetAnswer>;
  /** Sheets of other areas, the district among them, by their question as text. */
  readonly keptSheets: Readonly<Record<string, Run<SheetQuestion, SheetAnswer>>>;
  /** Areas side by side, at most four; the first is what the others are held against. */
  readonly compared: readonly ComparedArea[];
  readonly comparing: boolean;
  /** null until read from the device. */
  readonly namedAreas: readonly NamedArea[] | null;
  /** What was deleted last and may be put back, with its place in the list. */
  readonly deletedArea: { readonly area: NamedArea; readonly place: number } | null;
  /** Empty until they are needed. */
  readonly ruleSets: readonly RuleSet[];
  /** Whether the coverage of the sheet is set out for all walkers side by side. */
  readonly besidePersonas: boolean;
  /** An answer for each walker. */
  readonly personasCoverage: Run<PersonasQuestion, readonly CoverageAnswer[]>;
}

export const SHEET_START: SheetState = {
  sheetParams: { persona: "adult", mode: "both", ruleSet: "gb-50180-2018" },
  sheet: { status: "idle" },
  keptSheets: {},
  compared: [],
  comparing: false,
  namedAreas: null,
  deletedArea: null,
  ruleSets: [],
  besidePersonas: false,
  personasCoverage: { status: "idle" },
};
