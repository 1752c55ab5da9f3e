import type { HealthIndicator, HealthMeasure } from "../contract/health-check.ts";
import { LifeCircleCoverageParams } from "../contract/life-circle-coverage.ts";
import { loadSql } from "../database/sql.ts";
import { sumGroups } from "./buildings-inside.ts";
import type { CoverageDefinition } from "./coverage-definitions.ts";
import { isLandUsePartial, ratio, residentsOfArea } from "./data-quality.ts";
import { counterOf } from "./gap-counts.ts";
import type { IndicatorRow } from "./health-indicators.ts";
import { lifeCircleCoverage } from "./life-circle-coverage.ts";
import { sharesOfLand } from "./radius-figures.ts";
import type { Reading } from "./reading.ts";
import { measureRoadDensity } from "./road-network.ts";

const homesSql = loadSql("./health-check-homes.sql", import.meta.url);
const zonesSql = loadSql("./health-check-zones-without.sql", import.meta.url);
const walksSql = loadSql("./health-check-walks.sql", import.meta.url);
const supplySql = loadSql("./health-check-supply.sql", import.meta.url);
const denseSql = loadSql("./health-check-dense-land.sql", import.meta.url);

const M_PER_KM = 1000;
const SQM_PER_SQKM = 1e6;

/** An adult, at the usual time, by the national rules. */
const AS_USUAL = LifeCircleCoverageParams.omit({ area: true }).parse({});

/** What an indicator is in an area: a value, or why there is none. */
export type Measured = Pick<HealthIndicator, "value" | "of" | "unknown" | "reason" | "lacking">;

type Measure = (reading: Reading, row: IndicatorRow) => Promise<Measured>;

interface Counted {
  readonly value: number;
  readonly of: number;
  readonly unknown: number;
}

/** A value that is not known, and why. */
export function unmeasured(reason: NonNullable<Measured["reason"]>): Measured {
  return { value: null, of: null, unknown: null, reason, lacking: [] };
}

const measured = (value: number, more: Partial<Measured> = {}): Measured => ({
  ...{ value, of: null, unknown: null, reason: null, lacking: [] },
  ...more,
});

// of nothing judged there is no count, and of what cannot be judged at all none either
function counted({ value, of, unknown }: Counted, none: "no-homes" | "no-walks"): Measured {
  if (of === 0) return unmeasured(none);
  return unknown >= of ? unmeasured("unknown-all") : measured(value, { of, unknown });
}

const countHomes: Measure = async ({ database, area, buildings }, { measure, parameter }) => {
  const [ordinals, shares] = (await buildings()).parameters();
  const given = [area.datasetId, ordinals, shares, measure, parameter];
  const { rows } = await database.query<Counted>(homesSql, given);
  return counted(rows[0]!, "no-homes");
};

type Lacking = Measured["lacking"];

const countZonesWithout: Measure = async ({ database, area }, { unit, categories, parameter }) => {
  type Row = Pick<Counted, "value" | "of"> & { readonly held: boolean; readonly lacking: Lacking };
  const kind = unit === "estates" ? "estate" : "community";
  const { rows } = await database.query<Row>(zonesSql, [
    ...[area.districtId, area.datasetId, area.levels, area.geometry, kind, categories, parameter],
  ]);
  const { value, of, held, lacking } = rows[0]!;
  if (of === 0) return unmeasured("no-zones");
  return held ? measured(value, { of, unknown: 0, lacking }) : unmeasured("no-facility");
};

const measureWalks: Measure = async ({ database, area }, { parameter }) => {
  const given = [area.districtId, area.datasetId, area.geometry, parameter];
  const { rows } = await database.query<Counted>(walksSql, given);
  const { value, of, unknown } = rows[0]!;
  return counted({ value: value / M_PER_KM, of: of / M_PER_KM, unknown: unknown / M_PER_KM }, "no-walks");
};

async function shareOfLand(reading: Reading, definition: CoverageDefinition): Promise<Measured> {
  const radius = await reading.radius();
  if ((await radius.places(definition)).length === 0) return unmeasured("no-facility");
  const land = await sharesOfLand(reading, await radius.land(definition, reading.area.geometry));
  const share = land.residential?.share ?? null;
  return share === null ? unmeasured("no-land") : measured(share, { of: 1, unknown: 0 });
}

const measureLandByDefinition: Measure = async (reading, { definition }) => {
  const known = [
    ...(await reading.definitions("park-coverage")),
    ...(await reading.definitions("statutory-radius-coverage")),
  ];
  return shareOfLand(reading, known.find(({ id }) => id === definition)!);
};

// facilities of some categories, whatever their size, serve so many metres from their outline
const circleOf = (row: IndicatorRow): CoverageDefinition => ({
  ...{
    id: row.code,
    titleZh: row.nameZh,
    titleEn: row.nameEn,
    edition: "",
    clause: null,
    note: null,
    noteEn: null,
    tiers: [],
  },
  ...{
    status: row.status,
    source: row.source,
    sourceEn: row.source,
    measuredFrom: "edge",
    supply: "facility",
    land: "residential",
  },
  categories: row.categories,
  radii: [{ areaSqmMin: null, areaSqmMax: null, radiusM: row.parameter! }],
});

const measureResidentsWithin: Measure = async (reading, row) => {
  const radius = await reading.radius();
  const definition = circleOf(row);
  if ((await radius.places(definition)).length === 0) return unmeasured("no-facility");
  const { buildings } = await radius.cover(definition);
  const { ordinals } = await reading.buildings();
  const count = await residentsOf(reading);
  const near = count([...ordinals.keys()].filter((at) => buildings.has(ordinals[at]!)));
  const share = ratio(near, count(ordinals.keys()));
  return share === null ? unmeasured("no-residents") : measured(Math.min(1, share), { of: 1 });
};

/** Counts the residents of some of the buildings of the area, by their positions; null where they are not known. */
async function residentsOf({
  buildings,
  facts,
}: Reading): Promise<(members: Iterable<number>) => number | null> {
  const count = counterOf(await buildings(), await facts());
  return (members) => count(members).residents;
}

const measureSupply: Measure = async (reading, { categories }) => {
  const { database, area } = reading;
  type Row = Record<"count" | "unknown", number> & { readonly sqm: number | null; readonly held: boolean };
  const given = [area.districtId, area.datasetId, area.levels, area.geometry, categories];
  const { sqm, count, unknown, held } = (await database.query<Row>(supplySql, given)).rows[0]!;
  if (!held) return unmeasured("no-facility");
  if (count > 0 && sqm === null) return unmeasured("unknown-all");
  const residents = residentsOfArea(
    area,
    await reading.facts(),
    sumGroups((await reading.buildings()).groups),
  );
  return residents ? measured((sqm ?? 0) / residents, { unknown }) : unmeasured("no-residents");
};

const measureRoads: Measure = async (reading) => {
  const density = await measureRoadDensity(reading);
  return density === null ? unmeasured("no-land") : measured(density);
};

const measureLifeCircle: Measure = async (reading, { parameter }) => {
  const { result } = await lifeCircleCoverage(reading, AS_USUAL);
  const tier = result.tiers.find((each) => each.tier === parameter);
  if (!tier?.allRequired) return unmeasured("no-facility");
  const byTime = tier.allRequired.residents?.byTime ?? null;
  return byTime === null ? unmeasured("no-residents") : measured(byTime, { of: 1, unknown: 0 });
};

const measureDenseLand: Measure = async (reading, { parameter }) => {
  const { database, area } = reading;
  const { constructionLandSqm } = await reading.land();
  if (!constructionLandSqm || isLandUsePartial(area)) return unmeasured("no-land");
  if (!(await reading.facts()).hasResidents) return unmeasured("no-residents");
  const given = [area.districtId, area.datasetId, area.levels, area.geometry, parameter];
  type Row = Record<"zones" | "sqm" | "unknownSqm", number> & { readonly lacking: Lacking };
  const { zones, sqm, unknownSqm, lacking } = (await database.query<Row>(denseSql, given)).rows[0]!;
  if (zones === 0) return unmeasured("no-zones");
  const [value, of, unknown] = [sqm, constructionLandSqm, unknownSqm].map((each) => each / SQM_PER_SQKM);
  return measured(value!, { of: of!, unknown: unknown!, lacking });
};

const measureIntensity: Measure = async (reading) => {
  const { constructionLandSqm, landAreaSqm } = await reading.land();
  if (!constructionLandSqm || isLandUsePartial(reading.area)) return unmeasured("no-land");
  return landAreaSqm > 0 ? measured(constructionLandSqm / landAreaSqm, { of: 1 }) : unmeasured("no-land");
};

/** Fields of buildings a measure rests on, where one of them may not be told to everybody. */
export const RESTS_ON: Readonly<Partial<Record<HealthMeasure, readonly string[]>>> = {
  "homes-unsafe": ["safetyGrade"],
};

/** How each measure is taken. */
export const MEASURES: Readonly<Record<HealthMeasure, Measure>> = {
  "homes-unsafe": countHomes,
  "homes-without-lift": countHomes,
  "homes-before": countHomes,
  "zones-without": countZonesWithout,
  "walks-not-step-free": measureWalks,
  "land-by-definition": measureLandByDefinition,
  "land-by-radius": (reading, row) => shareOfLand(reading, circleOf(row)),
  "area-per-resident": measureSupply,
  "residents-within": measureResidentsWithin,
  "road-density": measureRoads,
  "life-circle": measureLifeCircle,
  "dense-land": measureDenseLand,
  "development-intensity": measureIntensity,
};
