import { extentOf } from "../geometry/extent.ts";
import { showExtent } from "../state/appearance.ts";
import { selectZone } from "../state/selection.ts";
import { useApp } from "../state/store.ts";

/** The name of a zone, which flies there where the map knows the zone; `id` null = it is no zone. */
export function ZoneLink({ id, name }: { readonly id: string | null; readonly name: string }) {
  const known = useApp((state) => (id === null ? null : selectZone(state, id)));
  if (!known) return name;
  return (
    <button
      type="button"
      className="lit"
      onClick={() => showExtent(extentOf(known.geometry as GeoJSON.Geometry))}
    >
      {name}
    </button>
  );
}
