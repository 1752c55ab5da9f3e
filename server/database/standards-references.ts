import { wrongRow } from "./csv-rows.ts";
import { fileOf, type StandardsRows } from "./standards-rows.ts";

/** Checks what one cell alone cannot tell: keys are unique, every reference exists. Throws StartupError "file:line: …". */
export function checkStandardsReferences(rows: StandardsRows): void {
  checkUnique(rows, "facilityCategory", (row) => row.code);
  checkUnique(rows, "facilityCategory", (row) => `ordinal ${row.ordinal}`);
  checkUnique(rows, "ruleSet", (row) => row.id);
  checkUnique(rows, "tier", (row) => `${row.rule_set}, tier ${row.tier}`);
  checkUnique(rows, "requirement", (row) => `${row.rule_set}, tier ${row.tier}, ${row.category}`);
  checkUnique(rows, "persona", (row) => row.id);
  checkUnique(rows, "persona", (row) => `ordinal ${row.ordinal}`);
  checkUnique(rows, "walkingParameter", (row) => row.name);
  checkUnique(rows, "publishedValue", (row) => String(row.id));
  checkUnique(rows, "projectTerm", (row) => `${row.kind} ${row.code}`);
  checkUnique(rows, "projectTerm", (row) => `${row.kind} ordinal ${row.ordinal}`);
  checkUnique(rows, "stageMove", (row) => `${row.from_stage} to ${row.to_stage}`);
  checkUnique(rows, "stageGuard", (row) => row.guard);
  checkUnique(rows, "projectBatch", (row) => row.batch);
  checkUnique(rows, "projectTask", (row) => row.code);
  checkUnique(rows, "policyTrack", (row) => row.code);
  checkUnique(rows, "projectConflictRule", (row) => row.rule);
  checkUnique(rows, "fundingType", (row) => row.code);
  checkUnique(rows, "incomeKind", (row) => row.code);
  checkUnique(rows, "operationKind", (row) => row.code);
  checkUnique(rows, "projectListRule", (row) => row.code);
  checkUnique(rows, "dispatchRule", (row) => row.rule);
  checkUnique(rows, "scorecardItem", (row) => row.item);
  checkUnique(rows, "estateRule", (row) => row.rule);
  checkUnique(rows, "inspectionInterval", (row) => `min_age ${row.min_age}`);
  checkUnique(rows, "programmeSource", (row) => row.id);
  checkUnique(rows, "programmeFigure", (row) => row.code);
  checkDense(rows, "programmeFigure");
  checkUnique(rows, "filterPreset", (row) => row.name);
  checkUnique(rows, "coverageDefinition", (row) => row.id);
  checkUnique(
    rows,
    "coverageRadius",
    (row) => `${row.definition}, area_sqm_min ${row.area_sqm_min ?? "empty"}`,
  );
  checkUnique(rows, "parkAreaStandard", (row) => `tier ${row.tier}`);
  checkUnique(rows, "demandGroup", (row) => row.id);
  checkUnique(rows, "facilityDemand", (row) => row.category);
  checkUnique(rows, "catchmentDecay", (row) => `${row.decay}, zone ${row.zone}`);
  checkUnique(rows, "healthIndicator", (row) => `${row.edition}, ${row.code}`);
  checkDense(rows, "healthIndicator");
  checkDense(rows, "filterPreset");
  checkDense(rows, "coverageDefinition");
  checkUnique(rows, "blockBand", (row) => row.storey_class);
  checkDense(rows, "demandGroup");
  checkDense(rows, "facilityCategory");
  checkDense(rows, "persona");

  const categories = new Set(rows.facilityCategory.map(({ row }) => row.code));
  const ruleSets = new Set(rows.ruleSet.map(({ row }) => row.id));
  const tiers = new Set(rows.tier.map(({ row }) => `${row.rule_set} ${row.tier}`));
  const documents = new Set(rows.programmeSource.map(({ row }) => row.id));
  checkKnown(
    rows,
    "programmeFigure",
    (row) => documents.has(row.source),
    "source is not in programme-source.csv",
  );
  const figures = new Set(rows.publishedValue.map(({ row }) => row.id));
  checkKnown(rows, "tier", (row) => ruleSets.has(row.rule_set), "rule_set is not in rule-set.csv");
  checkKnown(rows, "requirement", (row) => ruleSets.has(row.rule_set), "rule_set is not in rule-set.csv");
  const local = new Set(
    rows.ruleSet.filter(({ row }) => row.jurisdiction === "区级").map(({ row }) => row.id),
  );
  checkKnown(
    rows,
    "requirement",
    (row) => row.required === "as-needed" || !local.has(row.rule_set),
    "required must be as-needed: a rule set of 区级 is shown and never counts in a compliance figure",
  );
  checkKnown(
    rows,
    "requirement",
    (row) => categories.has(row.category),
    "category is not in facility-category.csv",
  );
  checkKnown(
    rows,
    "requirement",
    (row) => row.tier === 0 || tiers.has(`${row.rule_set} ${row.tier}`),
    "tier is not in tier.csv for this rule set",
  );
  const definitions = new Set(rows.coverageDefinition.map(({ row }) => row.id));
  const withRadius = new Set(rows.coverageRadius.map(({ row }) => row.definition));
  checkKnown(
    rows,
    "coverageDefinition",
    (row) => row.categories.every((category) => categories.has(category)),
    "categories are not all in facility-category.csv",
  );
  checkKnown(
    rows,
    "coverageDefinition",
    (row) => withRadius.has(row.id),
    "the definition has no row in coverage-radius.csv",
  );
  checkKnown(
    rows,
    "coverageRadius",
    (row) => definitions.has(row.definition),
    "definition is not in coverage-definition.csv",
  );
  checkKnown(
    rows,
    "healthIndicator",
    (row) => row.categories.every((category) => categories.has(category)),
    "categories are not all in facility-category.csv",
  );
  checkKnown(
    rows,
    "healthIndicator",
    (row) => row.definition === null || definitions.has(row.definition),
    "definition is not in coverage-definition.csv",
  );
  checkProgramme(rows);
  checkSigning(rows);
  const groups = new Set(rows.demandGroup.map(({ row }) => row.id));
  const zones = new Set(rows.catchmentDecay.map(({ row }) => `${row.decay} ${row.zone}`));
  checkKnown(
    rows,
    "facilityDemand",
    (row) => categories.has(row.category),
    "category is not in facility-category.csv",
  );
  checkKnown(
    rows,
    "facilityDemand",
    (row) => groups.has(row.demand_group),
    "demand_group is not in demand-group.csv",
  );
  checkKnown(
    rows,
    "catchmentDecay",
    (row) => row.zone === 1 || zones.has(`${row.decay} ${row.zone - 1}`),
    "zones are 1, 2, 3, … without a gap",
  );
  checkKnown(
    rows,
    "publishedValue",
    (row) => row.superseded_by === null || figures.has(row.superseded_by),
    "superseded_by is not an id of this file",
  );
}

function checkProgramme(rows: StandardsRows): void {
  const codes = (kind: string) =>
    new Set(rows.projectTerm.flatMap(({ row }) => (row.kind === kind ? [row.code] : [])));
  const stages = codes("stage");
  const categories = codes("category");
  const stageReason = "a stage is not in project-term.csv";
  checkKnown(
    rows,
    "stageMove",
    (row) => stages.has(row.to_stage) && (row.from_stage === "" || stages.has(row.from_stage)),
    stageReason,
  );
  checkKnown(rows, "stageGuard", (row) => row.stages.every((stage) => stages.has(stage)), stageReason);
  checkKnown(rows, "projectBatch", (row) => row.stages.every((stage) => stages.has(stage)), stageReason);
  checkKnown(
    rows,
    "projectTask",
    (row) => row.categories.every((category) => categories.has(category)),
    "a category is not in project-term.csv",
  );
  checkKnown(
    rows,
    "projectConflictRule",
    (row) =>
      [...row.earlier, ...row.later].every((category) => categories.has(category)) &&
      row.except_stages.every((stage) => stages.has(stage)),
    "a category or stage is not in project-term.csv",
  );
  const types = codes("funding-source");
  const judged = new Set(rows.fundingType.map(({ row }) => row.code));
  checkKnown(rows, "fundingType", (row) => types.has(row.code), "code is not in project-term.csv");
  checkKnown(
    rows,
    "projectTerm",
    (row) => row.kind !== "funding-source" || judged.has(row.code),
    "a type of money is not in funding-type.csv",
  );
  checkKnown(
    rows,
    "projectListRule",
    (row) => row.categories.every((category) => categories.has(category)),
    "a category is not in project-term.csv",
  );
  checkKnown(
    rows,
    "policyTrack",
    (row) => categories.has(row.category),
    "category is not in project-term.csv",
  );
  const entered = new Set(
    rows.healthIndicator.flatMap(({ row }) =>
      row.computability === "survey" ? [`${row.edition} ${row.code}`] : [],
    ),
  );
  checkKnown(
    rows,
    "projectListRule",
    (row) => row.indicator === null || entered.has(`${row.edition} ${row.indicator}`),
    "indicator is none of health-indicator.csv that is entered",
  );
}

type RowOf<Name extends keyof StandardsRows> = StandardsRows[Name][number]["row"];

function checkSigning(rows: StandardsRows): void {
  checkUnique(rows, "signingStage", (row) => `${row.purpose} ${row.code}`);
  checkUnique(rows, "consentThreshold", (row) => `${row.purpose} ordinal ${row.ordinal}`);
  checkUnique(rows, "casePlot", (row) => `${row.plot} ${row.kind}`);
  checkUnique(rows, "programmeList", (row) => row.code);
  const stages = new Set(rows.signingStage.map(({ row }) => `${row.purpose} ${row.code}`));
  const figures = new Set(rows.programmeFigure.map(({ row }) => row.code));
  const documents = new Set(rows.programmeSource.map(({ row }) => row.id));
  const isStage = (purpose: string, code: string | null) => code === null || stages.has(`${purpose} ${code}`);
  const stageReason = "a stage is not in signing-stage.csv";
  checkKnown(rows, "signingStage", (row) => isStage(row.purpose, row.within), stageReason);
  checkKnown(
    rows,
    "consentThreshold",
    (row) => isStage(row.purpose, row.stage) && isStage(row.purpose, row.base),
    stageReason,
  );
  checkKnown(
    rows,
    "casePlot",
    (row) => figures.has(row.stated_figure) && documents.has(row.source),
    "stated_figure is not in programme-figure.csv, or source not in programme-source.csv",
  );
  checkKnown(
    rows,
    "programmeList",
    (row) => figures.has(row.figure),
    "figure is not in programme-figure.csv",
  );
}

function checkUnique<Name extends keyof StandardsRows>(
  rows: StandardsRows,
  name: Name,
  key: (row: RowOf<Name>) => string,
): void {
  const seen = new Set<string>();
  for (const { row, line } of rows[name]) {
    if (seen.has(key(row))) throw wrongRow(fileOf(name), line, `${key(row)} is given twice`);
    seen.add(key(row));
  }
}

function checkKnown<Name extends keyof StandardsRows>(
  rows: StandardsRows,
  name: Name,
  known: (row: RowOf<Name>) => boolean,
  reason: string,
): void {
  for (const { row, line } of rows[name]) {
    if (!known(row)) throw wrongRow(fileOf(name), line, reason);
  }
}

// reach arrays are indexed by ordinal: no gaps
function checkDense(
  rows: StandardsRows,
  name:
    | "facilityCategory"
    | "persona"
    | "filterPreset"
    | "coverageDefinition"
    | "demandGroup"
    | "healthIndicator"
    | "programmeFigure",
): void {
  for (const { row, line } of rows[name]) {
    if (row.ordinal < 0 || row.ordinal >= rows[name].length) {
      throw wrongRow(fileOf(name), line, `ordinal ${row.ordinal} leaves a gap; ordinals are 0, 1, 2, …`);
    }
  }
}
