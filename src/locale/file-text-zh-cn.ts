import type { NoteCode, RefusalCode } from "../formats/area-format.ts";
import type { AreaFormatName } from "../formats/extensions.ts";

/** What is said of files that are dropped or taken away, in Chinese. */
export const fileTextZhCn = {
  import: "导入红线",
  importHint: "把文件拖到地图上，或点此选择：{{formats}}",
  dropHere: "松开鼠标，导入红线",
  reading: "正在读取 {{name}}…",
  title: "导入 {{name}}",
  format: {
    shapefile: "Shapefile",
    geojson: "GeoJSON",
    kml: "KML",
    dxf: "DXF",
    "corner-points": "界址点文本",
  } satisfies Record<AreaFormatName, string>,
  origin: {
    stated: "文件中写明坐标系：{{crs}}",
    recognised: "文件未写明坐标系，按坐标数值识别为 {{crs}}，请在地图上核对",
    chosen: "按您指定的坐标系：{{crs}}",
  },
  ask: "坐标有多种可能，请对照地图选择正确的一种",
  crs: "坐标系",
  crsName: {
    "EPSG-4326": "WGS84 / CGCS2000 经纬度",
    "EPSG-4490": "CGCS2000 经纬度",
    "GCJ-02": "GCJ-02（高德、腾讯，偏移约 500 米）",
    "BD-09": "BD-09（百度，偏移约 1 千米）",
    "EPSG-3857": "Web 墨卡托 EPSG:3857",
  },
  meridian: "{{crs}}（中央经线 {{meridian}}°）",
  swapped: "{{crs}}，北（纬度）在前",
  pickCrs: "请选择坐标系…",
  encoding: "文字编码",
  encodingSample: "{{encoding}}：{{sample}}",
  area: "哪个范围",
  pickArea: "共 {{count}} 个，请选择…",
  areaName: "{{name}}（{{area}}，{{count}} 个角点）",
  unnamed: "第 {{number}} 个范围",
  use: "作为分析范围",
  cancel: "取消，保留原有范围",
  refused: "这个文件不能用，原有范围未改动。",
  download: "下载",
  downloadCsv: "CSV 表格",
  downloadXlsx: "Excel 表格",
  downloadGeoJson: "范围 GeoJSON",
  field: { part: "部分", quantity: "指标", value: "数值", unit: "单位", remark: "说明" },
  lowest: "层数不详者按 1 层",
  highest: "层数不详者按同用途第 90 百分位",
  refusal: {
    "empty-file": "文件 {{name}} 是空的。",
    "file-too-large": "文件有 {{size}} MB，上限是 {{limit}} MB。请只导出红线所在图层。",
    "unknown-format":
      "不认识 {{name}} 的格式。可用：GeoJSON、KML/KMZ、Shapefile（zip）、DXF、CSV 或 TXT 界址点。",
    "damaged-file": "{{format}} 文件已损坏或不完整，无法读取。",
    dwg: "DWG 是二进制格式，无法读取。请在 CAD 中另存为 DXF（如 AutoCAD 2007/LT2007 DXF）。",
    "binary-dxf": "这是二进制 DXF。请另存为文本（ASCII）DXF。",
    "zip-encrypted": "压缩包有密码。请解压后重新压缩，不设密码。",
    "zip-without-area": "压缩包里没有 .shp、.kml、.geojson、.dxf、.csv 或 .txt；其中有：{{names}}",
    "several-crs": "压缩包里的图层坐标系不一致，请分开导入：{{names}}",
    "no-polygon": "文件里没有面（只有 {{points}} 个点）。",
    "open-lines": "文件里只有 {{lines}} 条未闭合的线，最小缺口为线长的 {{gapPercent}}%。请闭合多段线后重试。",
    "loose-lines": "图中只有 {{lines}} 条零散的直线或圆弧。请用 PEDIT 合并为闭合多段线，再导出。",
    "no-coordinates": "找不到坐标列。第一行是“{{text}}”；需要经度、纬度或 X、Y 两列数字。",
    "bad-row": "第 {{line}} 行不是坐标：“{{text}}”。",
    "too-few-corners": "只有 {{corners}} 个角点，围成面至少要 3 个不同的点。",
    "too-many-vertices": "这个范围有 {{vertices}} 个顶点，上限是 {{limit}} 个。请先简化。",
    "too-many-areas": "文件里有 {{areas}} 个面，上限是 {{limit}} 个。请只导出需要的面。",
    "foreign-datum":
      "文件的坐标系是 {{datum}}，转换到 CGCS2000 需要保密参数或未知定义，不能猜测。请先转换为 CGCS2000（如 EPSG:4545）。",
    "unknown-crs": "坐标（{{x}}, {{y}}）不属于任何已知坐标系，可能是地方独立坐标系。请先转换为 CGCS2000。",
  } satisfies Record<RefusalCode, string>,
  note: {
    "crs-contradicted": "文件写明的坐标系 {{crs}} 与坐标数值不符，已按数值识别，请核对。",
    "far-from-district": "按任何已知坐标系，这个范围都不在本区附近。",
    "closed-gap": "多段线首尾相差 {{metres}} 米，使用时将按直线闭合。",
    millimetres: "图形以毫米为单位，已换算为米。",
    "self-crossing": "边界在 {{lon}}, {{lat}} 处自相交，计算前需修正。",
    "left-out": "另有 {{points}} 个点、{{lines}} 条未闭合的线，未使用。",
  } satisfies Record<NoteCode, string>,
};

/** The shape of a catalogue, whatever its words. */
export type Widened<Text> = {
  readonly [Key in keyof Text]: Text[Key] extends string ? string : Widened<Text[Key]>;
};
export type FileText = Widened<typeof fileTextZhCn>;
