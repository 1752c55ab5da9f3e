import type { z } from "zod";
import { CatchmentDecayRow, DemandGroupRow, FacilityDemandRow } from "./catchment-rows.ts";
import {
  BlockBandRow,
  CoverageDefinitionRow,
  CoverageRadiusRow,
  ParkAreaStandardRow,
} from "./coverage-rows.ts";
import { type CsvRow, parseCsvRows } from "./csv-rows.ts";
import { DispatchRuleRow, ScorecardItemRow } from "./dispatch-rows.ts";
import { EstateRuleRow, InspectionIntervalRow } from "./estate-rows.ts";
import { FilterPresetRow } from "./filter-preset-rows.ts";
import { HealthIndicatorRow } from "./health-rows.ts";
import { FacilityCategoryRow, RequirementRow, RuleSetRow, TierRow } from "./life-circle-rows.ts";
import { ProgrammeFigureRow, ProgrammeSourceRow, PublishedValueRow } from "./programme-figure-rows.ts";
import {
  FindingTermRow,
  FundingTypeRow,
  IncomeKindRow,
  OperationKindRow,
  PolicyTrackRow,
  ProjectBatchRow,
  ProjectConflictRuleRow,
  ProjectListRuleRow,
  ProjectTaskRow,
  ProjectTermRow,
  StageGuardRow,
  StageMoveRow,
} from "./programme-rows.ts";
import { CasePlotRow, ConsentThresholdRow, ProgrammeListRow, SigningStageRow } from "./signing-rows.ts";
import { PersonaRow, WalkingParameterRow } from "./walking-rows.ts";

// the file of each group of rows and what a row of it is, in the order their references need
const TABLES = {
  facilityCategory: ["facility-category.csv", FacilityCategoryRow],
  ruleSet: ["rule-set.csv", RuleSetRow],
  tier: ["tier.csv", TierRow],
  requirement: ["life-circle-requirement.csv", RequirementRow],
  persona: ["persona.csv", PersonaRow],
  walkingParameter: ["walking-parameter.csv", WalkingParameterRow],
  publishedValue: ["published-value.csv", PublishedValueRow],
  projectTerm: ["project-term.csv", ProjectTermRow],
  filterPreset: ["filter-preset.csv", FilterPresetRow],
  coverageDefinition: ["coverage-definition.csv", CoverageDefinitionRow],
  coverageRadius: ["coverage-radius.csv", CoverageRadiusRow],
  parkAreaStandard: ["park-area-standard.csv", ParkAreaStandardRow],
  blockBand: ["block-band.csv", BlockBandRow],
  demandGroup: ["demand-group.csv", DemandGroupRow],
  facilityDemand: ["facility-demand.csv", FacilityDemandRow],
  catchmentDecay: ["catchment-decay.csv", CatchmentDecayRow],
  healthIndicator: ["health-indicator.csv", HealthIndicatorRow],
  stageMove: ["stage-move.csv", StageMoveRow],
  stageGuard: ["stage-guard.csv", StageGuardRow],
  projectListRule: ["project-list-rule.csv", ProjectListRuleRow],
  projectBatch: ["project-batch.csv", ProjectBatchRow],
  projectTask: ["project-task.csv", ProjectTaskRow],
  policyTrack: ["policy-track.csv", PolicyTrackRow],
  projectConflictRule: ["project-conflict-rule.csv", ProjectConflictRuleRow],
  fundingType: ["funding-type.csv", FundingTypeRow],
  incomeKind: ["income-kind.csv", IncomeKindRow],
  operationKind: ["operation-kind.csv", OperationKindRow],
  dispatchRule: ["dispatch-rule.csv", DispatchRuleRow],
  scorecardItem: ["scorecard-item.csv", ScorecardItemRow],
  estateRule: ["estate-rule.csv", EstateRuleRow],
  inspectionInterval: ["inspection-interval.csv", InspectionIntervalRow],
  programmeSource: ["programme-source.csv", ProgrammeSourceRow],
  programmeFigure: ["programme-figure.csv", ProgrammeFigureRow],
  signingStage: ["signing-stage.csv", SigningStageRow],
  consentThreshold: ["consent-threshold.csv", ConsentThresholdRow],
  casePlot: ["case-plot.csv", CasePlotRow],
  programmeList: ["programme-list.csv", ProgrammeListRow],
  findingTerm: ["finding-term.csv", FindingTermRow],
} as const satisfies Readonly<Record<string, readonly [file: string, row: z.ZodType]>>;

/** Every row of geodata/standards that becomes a table row. */
export type StandardsRows = {
  readonly [Name in keyof typeof TABLES]: readonly CsvRow<z.infer<(typeof TABLES)[Name][1]>>[];
};

/** The groups of rows, in the order their references need. */
export const STANDARDS_NAMES = Object.keys(TABLES) as (keyof StandardsRows)[];

/** The file of a group of rows. */
export const fileOf = (name: keyof StandardsRows): string => TABLES[name][0];

/** Checks the texts of the files, each by its own cells; throws StartupError "file:line: column: …" at the first wrong one. */
export function parseStandardsRows(texts: Readonly<Record<keyof StandardsRows, string>>): StandardsRows {
  const rows = STANDARDS_NAMES.map((name) => {
    const [file, row] = TABLES[name];
    return [name, parseCsvRows<unknown>(texts[name], file, row)] as const;
  });
  return Object.fromEntries(rows) as unknown as StandardsRows;
}
