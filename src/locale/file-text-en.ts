import type { FileText } from "./file-text-zh-cn.ts";

/** What is said of files that are dropped or taken away, in English. */
export const fileTextEn: FileText = {
  import: "Import area",
  importHint: "Drop a file on the map, or choose one: {{formats}}",
  dropHere: "Drop to import an area",
  reading: "Reading {{name}}…",
  title: "Import {{name}}",
  format: {
    shapefile: "Shapefile",
    geojson: "GeoJSON",
    kml: "KML",
    dxf: "DXF",
    "corner-points": "corner points",
  },
  origin: {
    stated: "The file states its coordinate system: {{crs}}",
    recognised: "The file states no coordinate system; by their values these are {{crs}}. Check on the map",
    chosen: "In the coordinate system you chose: {{crs}}",
  },
  ask: "The coordinates can mean several places. Choose the right one by the map",
  crs: "Coordinate system",
  crsName: {
    "EPSG-4326": "WGS 84 / CGCS2000 degrees",
    "EPSG-4490": "CGCS2000 degrees",
    "GCJ-02": "GCJ-02 (Amap, Tencent; shifted about 500 m)",
    "BD-09": "BD-09 (Baidu; shifted about 1 km)",
    "EPSG-3857": "Web Mercator EPSG:3857",
  },
  meridian: "{{crs}} (meridian {{meridian}}°)",
  swapped: "{{crs}}, northing (latitude) first",
  pickCrs: "Choose a system…",
  encoding: "Text encoding",
  encodingSample: "{{encoding}}: {{sample}}",
  area: "Which area",
  pickArea: "{{count}} areas, choose one…",
  areaName: "{{name}} ({{area}}, {{count}} corners)",
  unnamed: "Area {{number}}",
  use: "Use as the area",
  cancel: "Cancel, keep what was there",
  refused: "This file cannot be used. What was drawn is untouched.",
  download: "Download",
  downloadCsv: "CSV table",
  downloadXlsx: "Excel table",
  downloadGeoJson: "Area as GeoJSON",
  field: { part: "Part", quantity: "Quantity", value: "Value", unit: "Unit", remark: "Remark" },
  lowest: "floors unknown taken as 1",
  highest: "floors unknown taken as the 90th percentile of their use",
  refusal: {
    "empty-file": "The file {{name}} is empty.",
    "file-too-large":
      "The file has {{size}} MB, the limit is {{limit}} MB. Export only the layer with the red line.",
    "unknown-format":
      "The format of {{name}} is not known. Use GeoJSON, KML/KMZ, Shapefile (zip), DXF, or corner points as CSV or TXT.",
    "damaged-file": "The {{format}} file is damaged or cut short and cannot be read.",
    dwg: "DWG is a binary format and cannot be read. In your CAD program save it as DXF (such as AutoCAD 2007/LT2007 DXF).",
    "binary-dxf": "This is a binary DXF. Save it as text (ASCII) DXF.",
    "zip-encrypted": "The zip has a password. Pack it again without one.",
    "zip-without-area": "The zip holds no .shp, .kml, .geojson, .dxf, .csv or .txt; it holds: {{names}}",
    "several-crs":
      "The layers in the zip have different coordinate systems, import them one by one: {{names}}",
    "no-polygon": "The file holds no polygon (only {{points}} points).",
    "open-lines":
      "The file holds only {{lines}} open lines; the smallest gap is {{gapPercent}} % of its line. Close the polyline and try again.",
    "loose-lines":
      "The drawing holds only {{lines}} separate lines or arcs. Join them to a closed polyline (PEDIT) and export again.",
    "no-coordinates":
      "No coordinate columns found. The first line is “{{text}}”; two columns of numbers are needed: lon, lat or X, Y.",
    "bad-row": "Line {{line}} is no coordinate: “{{text}}”.",
    "too-few-corners": "Only {{corners}} corners; an area needs at least 3 different ones.",
    "too-many-vertices": "This area has {{vertices}} vertices, the limit is {{limit}}. Simplify it first.",
    "too-many-areas": "The file holds {{areas}} polygons, the limit is {{limit}}. Export only those needed.",
    "foreign-datum":
      "The file is in {{datum}}; bringing it to CGCS2000 takes secret parameters or a definition not known here, and is not guessed. Convert it to CGCS2000 first (such as EPSG:4545).",
    "unknown-crs":
      "The coordinates ({{x}}, {{y}}) belong to no known system, perhaps to a local one. Convert them to CGCS2000 first.",
  },
  note: {
    "crs-contradicted":
      "The stated system {{crs}} does not fit the numbers; it was recognised by them. Please check.",
    "far-from-district": "In no known system does this area lie near the district.",
    "closed-gap": "The ends of the polyline are {{metres}} m apart; it will be closed by a straight line.",
    millimetres: "The drawing is in millimetres and was converted to metres.",
    "self-crossing": "The outline crosses itself at {{lon}}, {{lat}}; mend it before asking.",
    "left-out": "{{points}} points and {{lines}} open lines were left out.",
  },
};
