/// <reference path="./dxf-library.d.ts" />
import { type AreaFormat, type FileContent, type Refused, refused } from "./area-format.ts";
import { type NamedLine, shapesOfLines } from "./shapes-of-features.ts";
import { decodeText, encodingOfName } from "./text-encoding.ts";

const OUTLINES = new Set(["LWPOLYLINE", "POLYLINE", "CIRCLE", "ELLIPSE", "SPLINE"]);
const LOOSE = new Set(["LINE", "ARC"]);
const BINARY_MARK = "AutoCAD Binary DXF";
/** Larger than any easting with a zone number in metres (45.9 million): the drawing is in millimetres. */
const MILLIMETRES_FROM = 1e8;
/** From AutoCAD 2007 on the text is UTF-8; before, in the code page of the header. */
const FIRST_UTF_8_VERSION = "AC1021";

/** DXF text: closed polylines (arcs in steps of 5°), in model space, blocks put in their places. It states no CRS. */
export const dxf: AreaFormat = {
  async read({ bytes, encoding }): Promise<FileContent | Refused> {
    const start = new TextDecoder("latin1").decode(bytes.subarray(0, 64_000));
    if (start.startsWith(BINARY_MARK)) return refused("binary-dxf");
    if (!/^\s*0\s+SECTION/m.test(start)) return refused("damaged-file", { format: "DXF" });
    const { text, reading } = decodeText(bytes, encoding ?? statedEncoding(start));
    const { lines, loose } = await outlinesOf(text);
    if (lines.length === 0)
      return loose > 0 ? refused("loose-lines", { lines: loose }) : refused("no-polygon", { points: 0 });
    const metric = inMetres(lines);
    const found = shapesOfLines(metric.lines);
    if (!found.valid) return found;
    const notes = metric.scaled
      ? [...found.notes, { code: "millimetres", values: {} } as const]
      : found.notes;
    return { ...found, crs: null, axesStated: true, text: reading, notes };
  },
};

function statedEncoding(header: string): string | null {
  const headerValue = (name: string) => new RegExp(`\\$${name}\\s+\\d+\\s+(\\S+)`).exec(header)?.[1];
  if ((headerValue("ACADVER") ?? "") >= FIRST_UTF_8_VERSION) return null;
  return encodingOfName(headerValue("DWGCODEPAGE") ?? "");
}

async function outlinesOf(text: string): Promise<{ readonly lines: NamedLine[]; readonly loose: number }> {
  const { parseString, toPolylines } = await import("dxf");
  const drawing = parseString(text);
  const inModel = drawing.entities.filter(({ paperSpace }) => !paperSpace);
  // blocks are kept whole in the tables but only outlines and what places them are worked out
  const isKept = ({ type }: { readonly type: string }) => OUTLINES.has(type) || type === "INSERT";
  const outlines = {
    ...drawing,
    entities: inModel.filter(isKept),
    blocks: drawing.blocks.map((block) => ({ ...block, entities: block.entities.filter(isKept) })),
  };
  const lines = toPolylines(outlines).polylines.map(({ layer, vertices }) => ({
    name: layer?.name ? unescapeName(layer.name) : null,
    line: vertices,
  }));
  return {
    lines: lines.filter(({ line }) => line.length > 0),
    loose: inModel.filter(({ type }) => LOOSE.has(type)).length,
  };
}

// \U+7EA2: a letter outside the code page of the drawing
const unescapeName = (name: string) =>
  name.replace(/\\U\+([0-9A-F]{4})/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

function inMetres(lines: NamedLine[]): { readonly lines: NamedLine[]; readonly scaled: boolean } {
  const scaled = lines.some(({ line }) =>
    line.some(([x, y]) => Math.max(Math.abs(x), Math.abs(y)) > MILLIMETRES_FROM),
  );
  if (!scaled) return { lines, scaled };
  return {
    scaled,
    lines: lines.map(({ name, line }) => ({
      name,
      line: line.map(([x, y]) => [x / 1000, y / 1000] as const),
    })),
  };
}
