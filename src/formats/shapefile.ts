/// <reference path="./shpjs-library.d.ts" />
import {
  type AreaFormat,
  type Document,
  type FileContent,
  type Refused,
  refused,
  type StatedCrs,
  type TextReading,
} from "./area-format.ts";
import { isWholeDbf, isWholeShp } from "./shapefile-structure.ts";
import { shapesOfFeatures } from "./shapes-of-features.ts";
import { decodeText, encodingOfName } from "./text-encoding.ts";
import { crsOfWkt } from "./wkt-crs.ts";

/** ESRI Shapefile, zipped with its parts or a bare .shp: .prj states the CRS, .cpg or the table itself the encoding. */
export const shapefile: AreaFormat = {
  async read(document): Promise<FileContent | Refused> {
    const { parseShp, parseDbf, combine } = await import("shpjs");
    const table = document.sibling("dbf");
    if (!isWholeShp(document.bytes) || (table && !isWholeDbf(table))) {
      return refused("damaged-file", { format: "Shapefile" });
    }
    const text = table && readingOf(table, document);
    const rows = table && text ? parseDbf(table, new TextEncoder().encode(text.encoding)) : [];
    const found = shapesOfFeatures(combine([parseShp(document.bytes), rows]).features);
    if (!found.valid) return found;
    return { ...found, crs: statedCrs(document), axesStated: true, text };
  },
};

function statedCrs({ sibling }: Document): StatedCrs | null {
  const prj = sibling("prj");
  return prj && crsOfWkt(new TextDecoder().decode(prj));
}

/** Byte 29 of a .dbf: language driver. 0x4d is GBK, 0x4f Big5; ArcGIS leaves 0. */
const LANGUAGE_DRIVERS: Readonly<Record<number, string>> = { 77: "gb18030", 79: "big5" };
const LANGUAGE_DRIVER_AT = 29;
const HEADER_LENGTH_AT = 8;

function readingOf(table: Uint8Array, { sibling, encoding }: Document): TextReading {
  const codePage = sibling("cpg");
  const stated = codePage && encodingOfName(new TextDecoder().decode(codePage));
  const driver = LANGUAGE_DRIVERS[table[LANGUAGE_DRIVER_AT] ?? 0] ?? null;
  // only the rows are text; the binary header would make any encoding look wrong
  const rows = table.subarray(new DataView(table.buffer, table.byteOffset).getUint16(HEADER_LENGTH_AT, true));
  return decodeText(rows, encoding ?? stated ?? driver).reading;
}
