import { closedRing } from "../geometry/closed-ring.ts";
import { nestRings } from "../geometry/nest-rings.ts";
import type { Position, Ring } from "../geometry/position.ts";
import { type FileContent, type FileShape, type Refused, refused, type StatedCrs } from "./area-format.ts";
import { numberOfText, type TextLine } from "./coordinate-text.ts";
import { crsOfCode } from "./crs.ts";

/** Whether a text is the plot exchange file of the land authorities (勘测定界 TXT). */
export const isLandSurvey = (lines: readonly TextLine[]): boolean =>
  lines.some(({ text }) => text === "[地块坐标]" || isPlotLine(text));

// 界址点数,地块面积,地块编号,地块名称,图形属性,图幅号,用途,地类编码,@
const isPlotLine = (text: string) => /,\s*@\s*$/.test(text);

interface Plot {
  readonly name: string | null;
  /** Corners by ring number 圈号, easting before northing. */
  readonly rings: Map<string, Position[]>;
}

/**
 * Plots of a land survey text: after each `…,@` line the rows 点号,圈号,X,Y, where X is the northing. Its head states
 * datum, zone width and zone.
 */
export function readLandSurvey(lines: readonly TextLine[]): Omit<FileContent, "text"> | Refused {
  const head = new Map<string, string>();
  const plots: Plot[] = [];
  for (const line of lines) {
    const [key = "", value] = line.text.split("=");
    if (value !== undefined) head.set(key.trim(), value.trim());
    else if (isPlotLine(line.text)) plots.push({ name: plotName(line.text), rings: new Map() });
    else if (line.text !== "" && !line.text.startsWith("[")) {
      const added = addCorner(line, plots);
      if (added) return added;
    }
  }
  const shapes = plots.flatMap(shapesOfPlot);
  if (shapes.length === 0) return refused("too-few-corners", { corners: 0 });
  return { valid: true, shapes, crs: statedCrs(head, shapes), axesStated: true, notes: [] };
}

function plotName(line: string): string | null {
  const [, , code = "", name = ""] = line.split(",").map((cell) => cell.trim());
  return name || code || null;
}

function addCorner({ number, text }: TextLine, plots: Plot[]): Refused | null {
  const [, ringNumber = "", ...rest] = text.split(",");
  const [northing, easting] = rest.map(numberOfText);
  const plot = plots.at(-1);
  if (!plot || typeof northing !== "number" || typeof easting !== "number") {
    return refused("bad-row", { line: number, text: text.slice(0, 40) });
  }
  const ring = plot.rings.get(ringNumber.trim()) ?? [];
  plot.rings.set(ringNumber.trim(), [...ring, [easting, northing]]);
  return null;
}

function shapesOfPlot({ name, rings }: Plot): FileShape[] {
  const closed = [...rings.values()].map(closedRing).filter((ring): ring is Ring => ring !== null);
  return nestRings(closed).map((nested) => ({ name, rings: nested, gap: null }));
}

/** An easting above this carries its zone number. */
const WITH_ZONE_FROM = 1e6;

function statedCrs(head: Map<string, string>, shapes: readonly FileShape[]): StatedCrs | null {
  const system = head.get("坐标系") ?? "";
  if (system !== "" && !/2000|wgs/i.test(system)) return { foreignDatum: system };
  const zone = Number(head.get("带号") || Number.NaN);
  const width = Number(head.get("几度分带") || Number.NaN);
  const prefixed = (shapes[0]?.rings[0]?.[0]?.[0] ?? 0) > WITH_ZONE_FROM;
  const families = prefixed ? { 3: 4513 - 25, 6: 4491 - 13 } : { 3: 4534 - 25, 6: 4502 - 13 };
  const base = families[width as 3 | 6];
  const crs = base === undefined || !Number.isInteger(zone) ? null : crsOfCode(base + zone);
  return crs && { crs };
}
