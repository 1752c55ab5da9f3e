import type { Layer } from "../../server/contract/catalogue.ts";
import type { AppState } from "./app-state.ts";
import { isGroupShown } from "./appearance.ts";
import { LAYER_GROUPS, type LayerGroup } from "./appearance-state.ts";
import { selectCatalogue, selectIsInternalMap } from "./session.ts";

// which layers of the service a group draws; a group none of whose layers holds anything is not offered
const LAYERS_OF: Readonly<Record<LayerGroup, readonly string[]>> = {
  relief: ["terrain"],
  terrain: ["terrain"],
  buildings: ["building"],
  green: ["green"],
  "land-use": ["land-use"],
  walking: ["road", "walk-edge"],
  walkways: ["walkway"],
  metro: ["metro-line", "metro-station", "metro-entrance"],
  facilities: ["facility"],
  projects: ["project"],
  structure: ["zone"],
  "renewal-districts": ["zone"],
  boundaries: ["zone"],
  riverfront: ["riverfront-segment"],
  basemap: [],
};
const ZONE_KINDS_OF: Partial<Record<LayerGroup, readonly string[]>> = {
  structure: ["core", "wing", "belt", "area"],
  "renewal-districts": ["renewal-district"],
  boundaries: ["district", "subdistrict", "community", "estate"],
};

const TERRAIN_GROUPS: readonly LayerGroup[] = ["relief", "terrain"];

/** The groups this district has something for, in their order. */
export function selectOfferedGroups(state: AppState): readonly LayerGroup[] {
  const catalogue = selectCatalogue(state);
  if (catalogue === null) return [];
  const filled = new Set(catalogue.layers.filter(({ count }) => count > 0).map(({ name }) => name));
  const kinds = new Set<string>(catalogue.zones.map(({ properties }) => properties.kind));
  return LAYER_GROUPS.filter((group) => {
    if (group === "basemap") return state.settings?.basemapUrl != null;
    if (TERRAIN_GROUPS.includes(group) && isTerrainWithheld(state)) return false;
    const zoneKinds = ZONE_KINDS_OF[group];
    return zoneKinds
      ? zoneKinds.some((kind) => kinds.has(kind))
      : LAYERS_OF[group].some((name) => filled.has(name));
  });
}

// a map that others can reach without an approval number shows no terrain
function isTerrainWithheld(state: AppState): boolean {
  return selectIsInternalMap(state) && state.settings?.readOnly === true;
}

let last: { readonly key: string; readonly groups: ReadonlySet<LayerGroup> } = { key: "", groups: new Set() };

/** The groups to draw; the same set as before while nothing has changed. */
export function selectShownGroups(state: AppState): ReadonlySet<LayerGroup> {
  const groups = LAYER_GROUPS.filter(
    (group) => isGroupShown(state, group) && !(TERRAIN_GROUPS.includes(group) && isTerrainWithheld(state)),
  );
  const key = groups.join();
  if (key !== last.key) last = { key, groups: new Set(groups) };
  return last.groups;
}

/** The height of the ground that stands for water, metres; null where the data holds water, or no relief is shown. */
export function lowGroundM({
  layers,
  shown,
}: {
  readonly layers: readonly Layer[];
  readonly shown: ReadonlySet<LayerGroup>;
}): number | null {
  const hasWater = layers.some(({ name, count }) => name === "water" && count > 0);
  if (hasWater || !shown.has("relief")) return null;
  return layers.find(({ name }) => name === "terrain")?.lowM ?? null;
}
