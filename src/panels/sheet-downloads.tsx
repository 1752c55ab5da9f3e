import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { PlotRatioResult } from "../../server/contract/plot-ratio.ts";
import { areaName } from "../analyses/area-name.ts";
import { BUILT_FIELDS, builtOf } from "../analyses/plot-ratio-ends.ts";
import { saveFile } from "../formats/save-file.ts";
import { type TableKind, tableFile } from "../formats/table-file.ts";
import type { AppState } from "../state/app-state.ts";
import { selectZone } from "../state/selection.ts";
import { selectAskedArea } from "../state/sheet.ts";
import type { SheetAnswer } from "../state/sheet-state.ts";
import { useApp } from "../state/store.ts";
import { sheetTable, sourceLine } from "./sheet-table.ts";

type Shape = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** The answer to take away: as CSV or a workbook, and its area as GeoJSON. */
export function SheetDownloads({ answer }: { readonly answer: SheetAnswer }) {
  const { t } = useTranslation();
  const kinds = [
    ["csv", t("file.downloadCsv")],
    ["xlsx", t("file.downloadXlsx")],
    ["geojson", t("file.downloadGeoJson")],
  ] as const;
  return (
    <p className="downloads">
      {t("file.download")}
      {kinds.map(([kind, label]) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind, answer, t)}>
          {label}
        </button>
      ))}
    </p>
  );
}

async function download(kind: TableKind | "geojson", answer: SheetAnswer, t: TFunction): Promise<void> {
  const state = useApp.getState();
  const { name, shape } = askedShape(state, t);
  const blob =
    kind === "geojson"
      ? await areaFile(shape, answer, { name, state, t })
      : await figuresFile(kind, answer, { name, state, t });
  if (blob) saveFile(blob, `${name}.${kind}`);
}

interface Naming {
  readonly name: string;
  readonly state: AppState;
  readonly t: TFunction;
}

async function figuresFile(kind: TableKind, answer: SheetAnswer, { name, state, t }: Naming): Promise<Blob> {
  const table = sheetTable(answer, { title: name, t, language: state.language });
  const whole = {
    ...table,
    rows: [...table.rows, [t("sheet.source"), name, null, "", sourceLine(answer, state, t)]],
  };
  return tableFile(kind, whole);
}

async function areaFile(
  shape: Shape | null,
  answer: SheetAnswer,
  { name, state, t }: Naming,
): Promise<Blob | null> {
  if (shape === null) return null;
  const { writeGeoJson } = await import("../formats/geojson.ts");
  const { density, plotRatio } = answer.result;
  const { areaSqm, landAreaSqm, residents, residentsPerSqkm, siteCoverage } = density;
  return writeGeoJson(shape, {
    name,
    ...{ areaSqm, landAreaSqm, residents, residentsPerSqkm, siteCoverage },
    ...builtProperties(plotRatio),
    missingFootprintShare: plotRatio.missingFootprintShare,
    source: sourceLine(answer, state, t),
  });
}

// a column each for the ends, so that a GIS can sort by them; both are the value where that is known
function builtProperties(plotRatio: PlotRatioResult): Record<string, number | null> {
  return Object.fromEntries(
    BUILT_FIELDS.flatMap((field) => {
      const { value, ends } = builtOf(plotRatio, field);
      const [least, most] = ends ?? [value, value];
      return [
        [field, value],
        [`${field}Least`, least],
        [`${field}Most`, most],
      ];
    }),
  );
}

function askedShape(state: AppState, t: TFunction): { readonly name: string; readonly shape: Shape | null } {
  const area = selectAskedArea(state);
  const name = areaName(state, area, t);
  if (area === null || !("zone" in area)) return { name, shape: area as Shape | null };
  return { name, shape: (selectZone(state, area.zone)?.geometry ?? null) as Shape | null };
}
