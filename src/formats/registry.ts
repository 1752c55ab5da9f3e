import type { AreaFormat } from "./area-format.ts";
import { cornerPoints } from "./corner-points.ts";
import { dxf } from "./dxf.ts";
import { geojson } from "./geojson.ts";
import { kml } from "./kml.ts";
import { shapefile } from "./shapefile.ts";

export type AreaFormatName = "shapefile" | "geojson" | "kml" | "dxf" | "corner-points";

/** Every kind of file an area is read from. Of a zip that holds several, the first in this order is read. */
export const AREA_FORMATS: Readonly<Record<AreaFormatName, AreaFormat>> = {
  shapefile,
  geojson,
  kml,
  dxf,
  "corner-points": cornerPoints,
};
