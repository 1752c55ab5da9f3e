import { z } from "zod";
import { FilterCondition } from "../contract/filter-count.ts";
import { filterFromText, filterToText } from "../contract/filter-text.ts";
import { HEALTH_DIMENSIONS, HEALTH_MEASURES, HEALTH_UNITS } from "../contract/health-check.ts";
import { PROJECT_TERM_KINDS } from "../contract/projects.ts";
import { PARAMETER_USES } from "../contract/walking-standards.ts";
import {
  booleanCell,
  type CsvRow,
  integerCell,
  jurisdictionCell,
  numberCell,
  optionalTextCell,
  orEmpty,
  parseCsvRows,
  positiveCell,
  statusCell,
  textCell,
} from "./csv-rows.ts";
import { DispatchRuleRow, ScorecardItemRow } from "./dispatch-rows.ts";
import { EstateRuleRow, InspectionIntervalRow } from "./estate-rows.ts";
import { ProgrammeFigureRow, ProgrammeSourceRow } from "./programme-figure-rows.ts";
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
  StageGuardRow,
  StageMoveRow,
} from "./programme-rows.ts";
import { CasePlotRow, ConsentThresholdRow, ProgrammeListRow, SigningStageRow } from "./signing-rows.ts";

const codeCell = z.string().regex(/^[a-z]+\.[a-z0-9]+$/, "must be a category code such as edu.junior");
const positiveInteger = positiveCell.pipe(z.number().int("must be a whole number"));

const FacilityCategoryRow = z.strictObject({
  ordinal: integerCell,
  code: codeCell,
  name_zh: textCell,
  name_en: textCell,
  group: z.enum([
    "education",
    "sport",
    "health",
    "elderly",
    "culture",
    "service",
    "commerce",
    "utility",
    "transport",
    "environment",
    "park",
  ]),
});

const RuleSetRow = z.strictObject({
  id: textCell,
  title_zh: textCell,
  title_en: textCell,
  edition: textCell,
  issued: optionalTextCell,
  effective: optionalTextCell,
  jurisdiction: jurisdictionCell,
  status: statusCell,
  note: optionalTextCell,
});

const TierRow = z.strictObject({
  rule_set: textCell,
  tier: positiveInteger,
  minutes: positiveInteger,
  default_distance_m: orEmpty(positiveInteger),
  clause: textCell,
  status: statusCell,
  source: textCell,
});

const RequirementRow = z.strictObject({
  rule_set: textCell,
  edition: textCell,
  clause: textCell,
  // minutes; 0 is the residential block
  tier: integerCell.pipe(
    z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(15)], { error: "must be 0, 5, 10 or 15" }),
  ),
  category: codeCell,
  required: z.enum(["required", "as-needed"], { error: "must be required or as-needed" }),
  distance_m: orEmpty(positiveInteger),
  test: z.enum(["walk", "capacity", "presence"], { error: "must be walk, capacity or presence" }),
  building_sqm_min: orEmpty(positiveInteger),
  land_sqm_min: orEmpty(positiveInteger),
  status: statusCell,
  source: textCell,
  note: optionalTextCell,
});

const AGES = /^(all|((0-2|3-5|6-11|12-14|15-59|60-64|65-79|80\+)(;|$))*)$/;

const PersonaRow = z
  .strictObject({
    id: textCell,
    ordinal: integerCell,
    name_zh: textCell,
    name_en: textCell,
    flat_mps: positiveCell,
    stairs_up_horizontal_mps: orEmpty(positiveCell),
    stairs_down_horizontal_mps: orEmpty(positiveCell),
    stairs_up_vertical_mps: orEmpty(positiveCell),
    stairs_down_vertical_mps: orEmpty(positiveCell),
    escalator: booleanCell,
    lift: booleanCell,
    max_grade: orEmpty(positiveCell),
    step_free: booleanCell,
    group_ages: z.string().regex(AGES, "must be all, empty, or age groups such as 65-79;80+"),
    source: textCell,
    status: statusCell,
  })
  .refine(
    (row) =>
      new Set([
        row.stairs_up_horizontal_mps === null,
        row.stairs_down_horizontal_mps === null,
        row.stairs_up_vertical_mps === null,
        row.stairs_down_vertical_mps === null,
        row.step_free,
      ]).size === 1,
    { error: "the four stair speeds are all given, or all empty for a step-free persona" },
  );

const WalkingParameterRow = z
  .strictObject({
    name: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "must be kebab-case"),
    value: positiveCell,
    unit: z.enum(["1", "m", "s", "m/s", "km/km2"], { error: "must be 1, m, s, m/s or km/km2" }),
    minimum: positiveCell,
    maximum: positiveCell,
    used: z.enum(PARAMETER_USES, { error: "must be walking, import, answer or bound" }),
    source: textCell,
    status: statusCell,
  })
  .refine(({ value, minimum, maximum }) => minimum <= value && value <= maximum, {
    error: "the value lies between minimum and maximum",
  });

const PublishedValueRow = z.strictObject({
  id: positiveInteger,
  adcode: z.string().regex(/^\d{6}$/, "must be an adcode of six digits"),
  zone: optionalTextCell,
  quantity: textCell,
  value: numberCell,
  unit: textCell,
  jurisdiction: jurisdictionCell,
  as_of: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$/, "must be a date or the word unknown"),
  basis: textCell,
  source: textCell,
  superseded_by: orEmpty(positiveInteger),
});

const ProjectTermRow = z
  .strictObject({
    kind: z.enum(PROJECT_TERM_KINDS, { error: `must be one of ${PROJECT_TERM_KINDS.join(", ")}` }),
    // a comma parts the codes of a filter
    code: textCell.refine((code) => !code.includes(","), "must be without a comma"),
    edition: optionalTextCell,
    ordinal: integerCell,
    name_zh: textCell,
    name_en: textCell,
    source: textCell,
    status: statusCell,
  })
  .refine(({ kind, edition }) => (kind === "category") === (edition !== null), {
    error: "edition is given for categories, and empty for other words",
  });

const FilterPresetRow = z.strictObject({
  ordinal: integerCell,
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case"),
  title_zh: textCell,
  title_en: textCell,
  conditions: textCell.superRefine((text, context) => {
    const drafts = filterFromText(text);
    const wrong = drafts.flatMap((draft) => FilterCondition.safeParse(draft).error?.issues[0]?.message ?? []);
    const message =
      wrong[0] ??
      (filterToText(drafts) === text
        ? null
        : "must be conditions such as yearBuilt:lt:2000;safetyGrade:in:C,D");
    if (message !== null) context.addIssue({ code: "custom", message });
  }),
  headline: booleanCell,
  source: textCell,
});

const CoverageDefinitionRow = z
  .strictObject({
    ordinal: integerCell,
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case"),
    analysis: z.enum(["park-coverage", "statutory-radius-coverage"], {
      error: "must be park-coverage or statutory-radius-coverage",
    }),
    supply: z.enum(["facility", "walkway"], { error: "must be facility or walkway" }),
    categories: z.string().transform((text) => (text === "" ? [] : text.split(";"))),
    land: z.enum(["residential", "construction", "land"], {
      error: "must be residential, construction or land",
    }),
    measured_from: z.enum(["edge", "centre"], { error: "must be edge or centre" }),
    title_zh: textCell,
    title_en: textCell,
    edition: textCell,
    clause: optionalTextCell,
    status: statusCell,
    source: textCell,
    note: optionalTextCell,
  })
  .refine(({ supply, categories }) => (supply === "facility") === categories.length > 0, {
    error: "categories are given for facilities, and empty for walkways",
  });

const CoverageRadiusRow = z
  .strictObject({
    definition: textCell,
    area_sqm_min: orEmpty(positiveCell),
    area_sqm_max: orEmpty(positiveCell),
    radius_m: positiveCell,
  })
  .refine((row) => row.area_sqm_max === null || row.area_sqm_max >= (row.area_sqm_min ?? 0), {
    error: "area_sqm_max must not be less than area_sqm_min",
  });

const ParkAreaStandardRow = z.strictObject({
  tier: positiveInteger,
  sqm_per_resident: positiveCell,
  renewal_share: positiveCell.pipe(z.number().max(1, "must be at most 1")),
  park_sqm_min: positiveCell,
  park_width_m_min: positiveCell,
  clause: textCell,
  status: statusCell,
  source: textCell,
  note: optionalTextCell,
});

const BlockBandRow = z
  .strictObject({
    storey_class: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/, "must be kebab-case"),
    name_zh: textCell,
    name_en: textCell,
    // mean floors of the houses of a block, both inclusive
    floors_from: positiveInteger,
    floors_to: positiveInteger,
    plot_ratio_min: positiveCell,
    plot_ratio_max: positiveCell,
    site_coverage_max: positiveCell.pipe(z.number().max(1, "must be a share up to 1")),
    standard: textCell,
    edition: textCell,
    clause: textCell,
    status: statusCell,
    source: textCell,
  })
  .refine((row) => row.floors_from <= row.floors_to && row.plot_ratio_min <= row.plot_ratio_max, {
    error: "the first end of a band must not be above its second",
  });
const DemandGroupRow = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be kebab-case"),
  ordinal: integerCell,
  name_zh: textCell,
  name_en: textCell,
  ages: textCell.regex(AGES, "must be all, or age groups such as 65-79;80+"),
  source: textCell,
  status: statusCell,
});

const FacilityDemandRow = z.strictObject({
  category: codeCell,
  demand_group: textCell,
  unit_zh: textCell,
  unit_en: textCell,
  source: textCell,
  status: statusCell,
});

const CatchmentDecayRow = z.strictObject({
  decay: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "must be kebab-case"),
  // the nearest is 1
  zone: positiveInteger,
  weight: positiveCell,
  source: textCell,
  status: statusCell,
});

const HealthIndicatorRow = z
  .strictObject({
    ordinal: integerCell,
    edition: textCell,
    code: textCell,
    dimension: z.enum(HEALTH_DIMENSIONS, { error: `must be one of ${HEALTH_DIMENSIONS.join(", ")}` }),
    aspect: textCell,
    tag: z.enum(["好房子", "好小区", "好社区", "好城区"], {
      error: "must be 好房子, 好小区, 好社区 or 好城区",
    }),
    name_zh: textCell,
    name_en: textCell,
    unit: z.enum(HEALTH_UNITS, { error: `must be one of ${HEALTH_UNITS.join(", ")}` }),
    direction: z.enum(["lower", "higher", "none"], { error: "must be lower, higher or none" }),
    threshold: orEmpty(numberCell),
    measure: orEmpty(
      z.enum(HEALTH_MEASURES, { error: `must be empty or one of ${HEALTH_MEASURES.join(", ")}` }),
    ),
    categories: z.string().transform((text) => (text === "" ? [] : text.split(";"))),
    definition: optionalTextCell,
    parameter: orEmpty(positiveCell),
    computability: z.enum(["computed", "proxy", "survey"], { error: "must be computed, proxy or survey" }),
    basis_zh: optionalTextCell,
    basis_en: optionalTextCell,
    clause: textCell,
    status: statusCell,
    source: textCell,
  })
  .refine((row) => (row.measure === null) === (row.computability === "survey"), {
    error: "a measure is given, or computability is survey",
  })
  .refine((row) => row.measure === null || (row.basis_zh !== null && row.basis_en !== null), {
    error: "what has a measure says its basis in both languages",
  });

type Rows<Schema extends z.ZodType> = readonly CsvRow<z.infer<Schema>>[];

/** Every row of geodata/standards that becomes a table row. */
export interface StandardsRows {
  readonly facilityCategory: Rows<typeof FacilityCategoryRow>;
  readonly ruleSet: Rows<typeof RuleSetRow>;
  readonly tier: Rows<typeof TierRow>;
  readonly requirement: Rows<typeof RequirementRow>;
  readonly persona: Rows<typeof PersonaRow>;
  readonly walkingParameter: Rows<typeof WalkingParameterRow>;
  readonly publishedValue: Rows<typeof PublishedValueRow>;
  readonly projectTerm: Rows<typeof ProjectTermRow>;
  readonly filterPreset: Rows<typeof FilterPresetRow>;
  readonly coverageDefinition: Rows<typeof CoverageDefinitionRow>;
  readonly coverageRadius: Rows<typeof CoverageRadiusRow>;
  readonly parkAreaStandard: Rows<typeof ParkAreaStandardRow>;
  readonly blockBand: Rows<typeof BlockBandRow>;
  readonly demandGroup: Rows<typeof DemandGroupRow>;
  readonly facilityDemand: Rows<typeof FacilityDemandRow>;
  readonly catchmentDecay: Rows<typeof CatchmentDecayRow>;
  readonly healthIndicator: Rows<typeof HealthIndicatorRow>;
  readonly stageMove: Rows<typeof StageMoveRow>;
  readonly stageGuard: Rows<typeof StageGuardRow>;
  readonly projectListRule: Rows<typeof ProjectListRuleRow>;
  readonly projectBatch: Rows<typeof ProjectBatchRow>;
  readonly projectTask: Rows<typeof ProjectTaskRow>;
  readonly policyTrack: Rows<typeof PolicyTrackRow>;
  readonly projectConflictRule: Rows<typeof ProjectConflictRuleRow>;
  readonly fundingType: Rows<typeof FundingTypeRow>;
  readonly incomeKind: Rows<typeof IncomeKindRow>;
  readonly operationKind: Rows<typeof OperationKindRow>;
  readonly dispatchRule: Rows<typeof DispatchRuleRow>;
  readonly scorecardItem: Rows<typeof ScorecardItemRow>;
  readonly estateRule: Rows<typeof EstateRuleRow>;
  readonly inspectionInterval: Rows<typeof InspectionIntervalRow>;
  readonly programmeSource: Rows<typeof ProgrammeSourceRow>;
  readonly programmeFigure: Rows<typeof ProgrammeFigureRow>;
  readonly signingStage: Rows<typeof SigningStageRow>;
  readonly consentThreshold: Rows<typeof ConsentThresholdRow>;
  readonly casePlot: Rows<typeof CasePlotRow>;
  readonly programmeList: Rows<typeof ProgrammeListRow>;
  readonly findingTerm: Rows<typeof FindingTermRow>;
}

/** The file of each group of rows, in the order their references need. */
export const STANDARDS_FILES: Readonly<Record<keyof StandardsRows, string>> = {
  facilityCategory: "facility-category.csv",
  ruleSet: "rule-set.csv",
  tier: "tier.csv",
  requirement: "life-circle-requirement.csv",
  persona: "persona.csv",
  walkingParameter: "walking-parameter.csv",
  publishedValue: "published-value.csv",
  projectTerm: "project-term.csv",
  filterPreset: "filter-preset.csv",
  coverageDefinition: "coverage-definition.csv",
  coverageRadius: "coverage-radius.csv",
  parkAreaStandard: "park-area-standard.csv",
  blockBand: "block-band.csv",
  demandGroup: "demand-group.csv",
  facilityDemand: "facility-demand.csv",
  catchmentDecay: "catchment-decay.csv",
  healthIndicator: "health-indicator.csv",
  stageMove: "stage-move.csv",
  stageGuard: "stage-guard.csv",
  projectListRule: "project-list-rule.csv",
  projectBatch: "project-batch.csv",
  projectTask: "project-task.csv",
  policyTrack: "policy-track.csv",
  projectConflictRule: "project-conflict-rule.csv",
  fundingType: "funding-type.csv",
  incomeKind: "income-kind.csv",
  operationKind: "operation-kind.csv",
  dispatchRule: "dispatch-rule.csv",
  scorecardItem: "scorecard-item.csv",
  estateRule: "estate-rule.csv",
  inspectionInterval: "inspection-interval.csv",
  programmeSource: "programme-source.csv",
  programmeFigure: "programme-figure.csv",
  signingStage: "signing-stage.csv",
  consentThreshold: "consent-threshold.csv",
  casePlot: "case-plot.csv",
  programmeList: "programme-list.csv",
  findingTerm: "finding-term.csv",
};

/** Checks the texts of the files, each by its own cells; throws StartupError "file:line: column: …" at the first wrong one. */
export function parseStandardsRows(texts: Readonly<Record<keyof StandardsRows, string>>): StandardsRows {
  const rows = <Row>(name: keyof StandardsRows, schema: z.ZodType<Row>) =>
    parseCsvRows(texts[name], STANDARDS_FILES[name], schema);
  return {
    facilityCategory: rows("facilityCategory", FacilityCategoryRow),
    ruleSet: rows("ruleSet", RuleSetRow),
    tier: rows("tier", TierRow),
    requirement: rows("requirement", RequirementRow),
    persona: rows("persona", PersonaRow),
    walkingParameter: rows("walkingParameter", WalkingParameterRow),
    publishedValue: rows("publishedValue", PublishedValueRow),
    projectTerm: rows("projectTerm", ProjectTermRow),
    filterPreset: rows("filterPreset", FilterPresetRow),
    coverageDefinition: rows("coverageDefinition", CoverageDefinitionRow),
    coverageRadius: rows("coverageRadius", CoverageRadiusRow),
    parkAreaStandard: rows("parkAreaStandard", ParkAreaStandardRow),
    blockBand: rows("blockBand", BlockBandRow),
    demandGroup: rows("demandGroup", DemandGroupRow),
    facilityDemand: rows("facilityDemand", FacilityDemandRow),
    catchmentDecay: rows("catchmentDecay", CatchmentDecayRow),
    healthIndicator: rows("healthIndicator", HealthIndicatorRow),
    stageMove: rows("stageMove", StageMoveRow),
    stageGuard: rows("stageGuard", StageGuardRow),
    projectListRule: rows("projectListRule", ProjectListRuleRow),
    projectBatch: rows("projectBatch", ProjectBatchRow),
    projectTask: rows("projectTask", ProjectTaskRow),
    policyTrack: rows("policyTrack", PolicyTrackRow),
    projectConflictRule: rows("projectConflictRule", ProjectConflictRuleRow),
    fundingType: rows("fundingType", FundingTypeRow),
    incomeKind: rows("incomeKind", IncomeKindRow),
    operationKind: rows("operationKind", OperationKindRow),
    dispatchRule: rows("dispatchRule", DispatchRuleRow),
    scorecardItem: rows("scorecardItem", ScorecardItemRow),
    estateRule: rows("estateRule", EstateRuleRow),
    inspectionInterval: rows("inspectionInterval", InspectionIntervalRow),
    programmeSource: rows("programmeSource", ProgrammeSourceRow),
    programmeFigure: rows("programmeFigure", ProgrammeFigureRow),
    signingStage: rows("signingStage", SigningStageRow),
    consentThreshold: rows("consentThreshold", ConsentThresholdRow),
    casePlot: rows("casePlot", CasePlotRow),
    programmeList: rows("programmeList", ProgrammeListRow),
    findingTerm: rows("findingTerm", FindingTermRow),
  };
}
