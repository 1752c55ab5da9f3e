import { controlRows, lineIn, numberIn } from "./control.ts";
import type { Elevation } from "./elevation.ts";
import { shareOut } from "./people.ts";
import { densify, type Line, lengthM, type Plane, type Point, smooth, splitLine, toPlane } from "./plane.ts";
import { addEdge, addNode, joinStreets, type NetworkDraft, STAIRS_GRADE, stairsOf } from "./walk-network.ts";

/** A named walking route. */
export interface Walkway {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly line: Line;
  readonly climbM: number;
  readonly steps: number;
}

const SECTION_M = 28;
const ESCALATOR_MPS = 0.5;

type Row = ReturnType<typeof controlRows>[number];
const optional = (row: Row, column: string) => (row[column] ? numberIn(row, column) : null);

// The drawn line is a little too long: it is cut at the length that is known.
function lineOf(row: Row, plane: Plane): Point[] {
  const drawn = smooth(lineIn(row, "line").map((place) => toPlane(plane, place)));
  const known = optional(row, "length_m");
  return known !== null && lengthM(drawn) > known ? splitLine(drawn, known)[0] : drawn;
}

function sectionsOf(line: Line, count: number): Point[][] {
  const sections: Point[][] = [];
  let rest: Point[] = [...line];
  const eachM = lengthM(line) / count;
  for (let section = 0; section < count - 1; section++) {
    const [first, after] = splitLine(rest, eachM);
    sections.push(first);
    rest = after;
  }
  return [...sections, rest];
}

// Heights along the route: the hill's, straightened so that end minus start is the known climb.
function heightsAlong(places: readonly Point[], climbM: number | null, elevation: Elevation): number[] {
  const raw = places.map((place) => elevation.heightAt(place));
  if (climbM === null) return raw;
  const missing = climbM - (raw.at(-1)! - raw[0]!);
  return raw.map((height, at) => height + (missing * at) / (places.length - 1));
}

/** Adds the named walkways to the network; both ends and the middle join the streets nearby. */
export function addWalkways(draft: NetworkDraft, plane: Plane, elevation: Elevation): Walkway[] {
  const streetNodes = draft.nodes.length;
  return controlRows("walkway").map((row) => {
    const line = lineOf(row, plane);
    const escalators = optional(row, "escalators");
    const count = escalators ?? Math.max(4, Math.round(lengthM(line) / SECTION_M));
    const sections = sectionsOf(line, count);
    const places = [line[0]!, ...sections.map((section) => section.at(-1)!)];
    const heights = heightsAlong(places, optional(row, "climb_m"), elevation);
    const nodes = places.map((place, at) => addNode(draft, place, heights[at]!));
    const allSteps = optional(row, "steps");
    const flights =
      allSteps === null
        ? null
        : shareOut(
            allSteps,
            sections.map(() => 1),
          );
    const named = { walkway: row.id!, nameZh: row.name_zh!, nameEn: row.name_en! };
    sections.forEach((section, at) => {
      const [from, to] = [nodes[at]!, nodes[at + 1]!];
      const riseM = heights[at + 1]! - heights[at]!;
      const common = {
        ...named,
        id: `walkway/${row.id}/${at}`,
        from,
        to,
        line: section,
        lengthM: lengthM(section),
      };
      const steep = Math.abs(riseM) / lengthM(section) > STAIRS_GRADE;
      if (flights) {
        const flight = stairsOf(riseM, flights[at]!);
        addEdge(draft, { ...common, ...flight });
        if (escalators !== null) addEscalator(draft, common, riseM);
      } else if (steep) addEdge(draft, { ...common, ...stairsOf(riseM) });
      else addEdge(draft, { ...common, kind: "path", climbM: riseM, roadClass: "footway" });
    });
    for (const at of new Set([0, Math.floor(nodes.length / 2), nodes.length - 1])) {
      joinStreets(draft, nodes[at]!, { id: `walkway/${row.id}/join/${at}`, streetNodes, to: places[at]! });
    }
    const own = draft.edges.filter(({ walkway, kind }) => walkway === row.id && kind === "stairs");
    return {
      id: row.id!,
      nameZh: row.name_zh!,
      nameEn: row.name_en!,
      line: densify(line, 1_000),
      climbM: heights.at(-1)! - heights[0]!,
      steps: own.reduce((sum, { steps }) => sum + (steps ?? 0), 0),
    };
  });
}

type Section = Pick<Parameters<typeof addEdge>[1], "id" | "from" | "to" | "line" | "lengthM">;

// Escalators carry uphill, beside the flight.
function addEscalator(draft: NetworkDraft, section: Section, riseM: number): void {
  const up = riseM >= 0;
  addEdge(draft, {
    ...section,
    id: `${section.id}/escalator`,
    from: up ? section.from : section.to,
    to: up ? section.to : section.from,
    line: up ? section.line : section.line.toReversed(),
    kind: "escalator",
    climbM: Math.abs(riseM),
    climbSource: "measured",
    oneWay: true,
    speedMps: ESCALATOR_MPS,
  });
}
