import type { TFunction } from "i18next";
import type { AreaList, ListedShape } from "../formats/area-list.ts";
import { saveFile } from "../formats/save-file.ts";
import { roundShape } from "../geometry/area-text.ts";
import type { AskedArea } from "../state/drawing-state.ts";
import { keepAreas } from "../state/named-areas.ts";
import { selectZone } from "../state/selection.ts";
import { selectDistrict } from "../state/session.ts";
import type { NamedArea } from "../state/sheet-state.ts";
import { useApp } from "../state/store.ts";

/** Gives the reader the named areas as GeoJSON; a zone goes with its shape. */
export async function exportAreas(areas: readonly NamedArea[], t: TFunction): Promise<void> {
  const shapes = areas.flatMap(({ name, area }): ListedShape[] => {
    if (!("zone" in area)) return [{ name, geometry: area, zone: null }];
    const zone = selectZone(useApp.getState(), area.zone);
    return zone
      ? [{ name, geometry: zone.geometry as GeoJSON.Polygon | GeoJSON.MultiPolygon, zone: zone.id }]
      : [];
  });
  const { writeAreaList } = await import("../formats/area-list.ts");
  saveFile(await writeAreaList(shapes), `${t("sheetPage.areas.file")}.geojson`);
}

/** What became of a file of areas, in a sentence. */
export interface Imported {
  readonly isRefused: boolean;
  readonly text: string;
}

/** Takes the areas of a GeoJSON file into the list; nothing of the list is lost, whatever the file holds. */
export async function importAreas(file: File, t: TFunction): Promise<Imported> {
  const [{ readAreaList }, { tooLarge }] = await Promise.all([
    import("../formats/area-list.ts"),
    import("../formats/open-file.ts"),
  ]);
  const large = tooLarge(file.size);
  if (large) return refusedText(large.reason, t);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const extent = selectDistrict(useApp.getState())?.extent ?? null;
  const list = await readAreaList({ name: file.name, bytes }, extent);
  return list.valid ? keepList(list, t) : refusedText(list.reason, t);
}

function keepList({ zones, areas }: Extract<AreaList, { valid: true }>, t: TFunction): Imported {
  const state = useApp.getState();
  const known = zones.filter(({ zone }) => selectZone(state, zone) !== null);
  const usable = areas.filter(({ refusal }) => refusal === null);
  const kept: { name: string; area: AskedArea }[] = [
    ...known.map(({ name, zone }) => ({ name, area: { zone } })),
    ...usable.map(({ name, polygon }, index) => ({
      name: name ?? t("sheetPage.areas.unnamed", { number: index + 1 }),
      area: roundShape(polygon),
    })),
  ];
  keepAreas(kept);
  const refused = areas.find(({ refusal }) => refusal !== null)?.refusal;
  const outside = zones.length - known.length;
  const sentences = [
    t("sheetPage.areas.imported", { count: kept.length }),
    ...(outside === 0 ? [] : [t("sheetPage.areas.outside", { count: outside })]),
    ...(refused ? [t(`file.refusal.${refused.code}`, refused.values)] : []),
  ];
  return { isRefused: kept.length === 0, text: sentences.join(" ") };
}

type Reason = Extract<AreaList, { valid: false }>["reason"];

function refusedText(reason: Reason, t: TFunction): Imported {
  const text =
    reason === "ambiguous" ? t("sheetPage.areas.ambiguous") : t(`file.refusal.${reason.code}`, reason.values);
  return { isRefused: true, text };
}
