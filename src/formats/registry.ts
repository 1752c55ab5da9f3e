import type { AreaFormat } from "./area-format.ts";
import { cornerPoints } from "./corner-points.ts";
import { dxf } from "./dxf.ts";
import type { AreaFormatName } from "./extensions.ts";
import { geojson } from "./geojson.ts";
import { kml } from "./kml.ts";
import { shapefile } from "./shapefile.ts";

/** Every kind of file an area is read from, one object each. */
export const AREA_FORMATS: Readonly<Record<AreaFormatName, AreaFormat>> = {
  shapefile,
  geojson,
  kml,
  dxf,
  "corner-points": cornerPoints,
};
