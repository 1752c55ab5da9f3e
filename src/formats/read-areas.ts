import { type Bounds, boundsOf } from "../geometry/position.ts";
import {
  type Document,
  type FileContent,
  type NamedFile,
  type Note,
  type Refused,
  refused,
  type TextReading,
} from "./area-format.ts";
import { crsOfId } from "./crs.ts";
import { AREA_EXTENSIONS, type AreaFormatName } from "./extensions.ts";
import { extensionOf, openFile } from "./open-file.ts";
import { type FileArea, placeShapes } from "./place-shapes.ts";
import {
  type Axes,
  type CrsReading,
  isNear,
  type Origin,
  otherReadings,
  type PlacedReading,
  placeReading,
  recogniseCrs,
} from "./recognise-crs.ts";
import { AREA_FORMATS } from "./registry.ts";

/** A file with more areas than this is a layer, not a red line. */
const MAX_AREAS = 500;

/** What a person said of a file; what is left out is found out. */
export interface Choices {
  readonly encoding?: string;
  /** A CRS, such as `EPSG:4545` or `GCJ-02`, and which number is the easting. */
  readonly reading?: { readonly crs: string; readonly axes: Axes };
}

/** One way to understand coordinates, by name. */
export interface NamedReading {
  readonly crs: string;
  /** Central meridian in degrees east, null where there is none or its file's own .prj sets it. */
  readonly meridian: number | null;
  readonly axes: Axes;
}

/** The areas of a file as one way to understand its coordinates has them. */
export interface AreaReading extends NamedReading {
  readonly areas: readonly FileArea[];
}

/** A file that holds areas: plain data. One reading: it is clear; several: the person must say which is right. */
export interface AreaFile {
  readonly valid: true;
  readonly format: AreaFormatName;
  readonly origin: Origin;
  readonly readings: readonly AreaReading[];
  /** What else a person may say the coordinates are. */
  readonly others: readonly NamedReading[];
  readonly text: TextReading | null;
  readonly notes: readonly Note[];
}

/** The areas a dropped file holds, or the sentence why it holds none. `district` is in degrees; null where none is open. */
export async function readAreas(
  file: NamedFile,
  district: Bounds | null,
  choices: Choices = {},
): Promise<AreaFile | Refused> {
  const content = await readContent(file, choices.encoding ?? null).catch(() =>
    refused("damaged-file", { format: extensionOf(file.name).toUpperCase() }),
  );
  if (!content.valid) return content;
  const { shapes, text, format } = content;
  if (shapes.length > MAX_AREAS) return refused("too-many-areas", { areas: shapes.length, limit: MAX_AREAS });
  const bounds = boundsOf(shapes.flatMap(({ rings }) => rings.flat()));
  const found = await findReadings(content, { bounds, district, chosen: choices.reading });
  if (!found.valid) return found;
  const { origin, readings, notes } = found;
  return {
    valid: true,
    format,
    origin,
    readings: await Promise.all(
      readings.map(async (reading) => ({ ...named(reading), areas: await placeShapes(shapes, reading) })),
    ),
    others: (await otherReadings(bounds, { readings, district })).map(named),
    text,
    notes: [...content.notes, ...notes],
  };
}

const named = ({ crs, axes }: CrsReading): NamedReading => ({ crs: crs.id, meridian: crs.meridian, axes });

type NamedContent = FileContent & { readonly format: AreaFormatName };

async function readContent(file: NamedFile, encoding: string | null): Promise<NamedContent | Refused> {
  const extensions = Object.entries(AREA_EXTENSIONS) as [AreaFormatName, readonly string[]][];
  const opened = await openFile(file, { extensions: extensions.flatMap(([, own]) => own), encoding });
  if (!opened.valid) return opened;
  for (const [format, own] of extensions) {
    const documents = opened.documents.filter(({ name }) => own.includes(extensionOf(name)));
    if (documents.length === 0) continue;
    const content = await readAll(documents, AREA_FORMATS[format].read);
    return content.valid ? { ...content, format } : content;
  }
  return refused("unknown-format", { name: file.name });
}

// several layers in one zip: their areas together, if they share a CRS; those without areas are passed over
async function readAll(
  documents: readonly Document[],
  read: (document: Document) => Promise<FileContent | Refused>,
): Promise<FileContent | Refused> {
  const contents = await Promise.all(documents.map(read));
  const [first, ...rest] = contents.filter((content) => content.valid);
  if (!first) return contents[0]!;
  if (rest.some(({ crs }) => JSON.stringify(crs) !== JSON.stringify(first.crs))) {
    return refused("several-crs", { names: documents.map(({ name }) => name).join(", ") });
  }
  return {
    ...first,
    shapes: [first, ...rest].flatMap(({ shapes }) => shapes),
    notes: [first, ...rest].flatMap(({ notes }) => notes),
  };
}

interface Place {
  readonly bounds: Bounds;
  readonly district: Bounds | null;
  readonly chosen: Choices["reading"] | undefined;
}

interface Found {
  readonly valid: true;
  readonly origin: Origin;
  readonly readings: readonly PlacedReading[];
  readonly notes: readonly Note[];
}

async function findReadings(
  content: FileContent,
  { bounds, district, chosen }: Place,
): Promise<Found | Refused> {
  if (chosen) {
    const crs = crsOfId(chosen.crs) ?? ownCrs(content, chosen.crs);
    const reading = crs && (await placeReading({ crs, axes: chosen.axes }, bounds, district));
    return reading ? found("chosen", [reading]) : unknown(bounds);
  }
  const { crs: stated, axesStated } = content;
  if (stated && "foreignDatum" in stated) return refused("foreign-datum", { datum: stated.foreignDatum });
  const asStated = stated && (await placeStated(stated.crs, bounds, district));
  if (asStated && asStated.length > 0) return found("stated", asStated);
  const recognised = await recogniseCrs(bounds, { axesStated, district });
  if (recognised.length === 0) return unknown(bounds);
  return found(
    "recognised",
    recognised,
    stated ? [{ code: "crs-contradicted", values: { crs: stated.crs.id } }] : [],
  );
}

// a system that only the file's own .prj defines
const ownCrs = ({ crs }: FileContent, id: string) =>
  crs && "crs" in crs && crs.crs.id === id ? crs.crs : null;

// numbers swapped by a careless program are taken as such only where they cannot be right as they stand
async function placeStated(
  crs: CrsReading["crs"],
  bounds: Bounds,
  district: Bounds | null,
): Promise<PlacedReading[]> {
  const inOrder = await placeReading({ crs, axes: "xy" }, bounds, district);
  if (inOrder && isNear(inOrder)) return [inOrder];
  const crossed = await placeReading({ crs, axes: "yx" }, bounds, district);
  if (crossed && (isNear(crossed) || !inOrder)) return inOrder ? [crossed, inOrder] : [crossed];
  return inOrder ? [inOrder] : [];
}

function found(origin: Origin, readings: readonly PlacedReading[], notes: readonly Note[] = []): Found {
  const far: Note[] = readings.some(isNear) ? [] : [{ code: "far-from-district", values: {} }];
  return { valid: true, origin, readings, notes: [...notes, ...far] };
}

const unknown = ([x, y]: Bounds): Refused =>
  refused("unknown-crs", { x: Number(x.toFixed(3)), y: Number(y.toFixed(3)) });
