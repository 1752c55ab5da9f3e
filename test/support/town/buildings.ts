import { chanceFrom } from "./chance.ts";
import { type Metres, multiPolygon, place } from "./ground.ts";
import { type CellUse, cellUse, LANES, TERRACES } from "./plan.ts";

type Row = Record<string, unknown>;

interface Stock {
  readonly use: string;
  readonly floors: readonly [number, number];
  readonly years: readonly [number, number];
  /** Houses side by side, and one behind the other. */
  readonly grid: readonly [number, number];
  readonly residentialShare: number;
}

const STOCK: Record<Exclude<CellUse, "park">, Stock> = {
  residential: {
    use: "residential",
    floors: [9, 33],
    years: [1996, 2018],
    grid: [3, 1],
    residentialShare: 1,
  },
  old: { use: "residential", floors: [2, 9], years: [1955, 1998], grid: [4, 2], residentialShare: 1 },
  commercial: { use: "commercial", floors: [4, 12], years: [1985, 2016], grid: [2, 2], residentialShare: 0 },
  office: { use: "office", floors: [14, 46], years: [1994, 2019], grid: [2, 1], residentialShare: 0 },
  school: { use: "education", floors: [3, 6], years: [1962, 2009], grid: [2, 1], residentialShare: 0 },
  industrial: { use: "industrial", floors: [1, 3], years: [1958, 1989], grid: [2, 1], residentialShare: 0 },
  hospital: { use: "health", floors: [6, 18], years: [1978, 2012], grid: [2, 1], residentialShare: 0 },
};

/** Every building of the town, in the order of its ordinal; some floors and years are not known. */
export function townBuildings(): Row[] {
  const chance = chanceFrom(2025);
  const rows: Row[] = [];
  for (let lane = 0; lane < LANES.length - 1; lane++) {
    for (let band = 0; band < TERRACES.length - 1; band++) {
      const use = cellUse(lane, band);
      if (use !== "park") rows.push(...cellBuildings({ lane, band, use, chance, from: rows.length }));
    }
  }
  return rows;
}

interface Cell {
  readonly lane: number;
  readonly band: number;
  readonly use: Exclude<CellUse, "park">;
  readonly chance: () => number;
  readonly from: number;
}

function cellBuildings({ lane, band, use, chance, from }: Cell): Row[] {
  const stock = STOCK[use];
  const [columns, depth] = stock.grid;
  const rows: Row[] = [];
  for (let column = 0; column < columns; column++) {
    for (let behind = 0; behind < depth; behind++) {
      // a gap here and there, as in any town
      if (chance() < 0.08) continue;
      const ring = footprint({ lane, band, column, columns, behind, depth }, chance);
      if (ring) rows.push(building(from + rows.length, ring, stock, chance));
    }
  }
  return rows;
}

interface Plot {
  readonly lane: number;
  readonly band: number;
  readonly column: number;
  readonly columns: number;
  readonly behind: number;
  readonly depth: number;
}

// a house stands back from the lanes and terraces around its cell
function footprint(
  { lane, band, column, columns, behind, depth }: Plot,
  chance: () => number,
): Metres[] | null {
  const west = LANES[lane]! + 14;
  const width = (LANES[lane + 1]! - 14 - west) / columns;
  const south = TERRACES[band]! + 0.05;
  const rise = (TERRACES[band + 1]! - 0.05 - south) / depth;
  const fromX = west + column * width + 4 + chance() * 4;
  const toX = west + (column + 1) * width - 4 - chance() * 6;
  const near = south + behind * rise + 0.012 + chance() * 0.02;
  const far = south + (behind + 1) * rise - 0.02 - chance() * (depth === 1 ? 0.08 : 0.02);
  const corners = [place(fromX, near), place(toX, near), place(toX, far), place(fromX, far)];
  // near the tip the terraces meet and leave no room
  return ringAreaSqm(corners) > 70 && corners[3]![1] - corners[0]![1] > 7 ? corners : null;
}

function ringAreaSqm(ring: readonly Metres[]): number {
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

const between = ([low, high]: readonly [number, number], chance: () => number) =>
  Math.round(low + (high - low) * chance());

function building(ordinal: number, ring: readonly Metres[], stock: Stock, chance: () => number): Row {
  const footprint = Math.round(ringAreaSqm(ring) * 10) / 10;
  const floors = chance() < 0.07 ? null : between(stock.floors, chance);
  const year = chance() < 0.11 ? null : between(stock.years, chance);
  const isHome = stock.residentialShare > 0;
  // 85 m2 of floor a dwelling, 2.4 people in each
  const dwellings = isHome ? Math.max(1, Math.round((footprint * (floors ?? 6)) / 85)) : 0;
  const residents = Math.round(dwellings * 2.4);
  return {
    id: `b${ordinal}`,
    ordinal,
    footprint_sqm: footprint,
    floors_above: floors,
    floors_source: floors === null ? "unknown" : "measured",
    gfa_above_sqm: floors === null ? null : footprint * floors,
    height_m: floors === null ? null : floors * 3,
    use: stock.use,
    residential_share: stock.residentialShare,
    year_built: year,
    structure: floors === null ? null : floors > 9 ? "钢筋混凝土" : "砖混",
    safety_grade:
      year === null ? null : year < 1975 ? "CD"[ordinal % 2] : year < 1992 ? "BC"[ordinal % 2] : "A",
    has_lift: floors === null ? null : floors > 9,
    heritage: year !== null && year < 1960 && ordinal % 7 === 0,
    dwellings,
    residents,
    residents_by_age: byAge(residents),
    in_sums: true,
    geom: multiPolygon(ring),
  };
}

const AGE_SHARES = [0.02, 0.03, 0.06, 0.03, 0.62, 0.07, 0.13];

// the last class takes what rounding leaves, so that the classes add up
function byAge(residents: number): number[] {
  const classes = AGE_SHARES.map((share) => Math.floor(residents * share));
  return [...classes, residents - classes.reduce((sum, each) => sum + each, 0)];
}
