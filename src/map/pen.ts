import type { Map as MapLibreMap } from "maplibre-gl";
import type { AppState } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";

/** Puts the pen on the map the first time there is something for it to do; its program is loaded then. */
export function followPen(map: MapLibreMap): () => void {
  let stop: (() => void) | null = null;
  let state: "waiting" | "loading" | "ended" = "waiting";
  const load = async () => {
    state = "loading";
    const { startPen } = await import("./drawing.ts");
    whenStyled(map, () => {
      if (state !== "ended") stop = startPen(map);
    });
  };
  const look = (now: AppState) => {
    const isWanted = now.tool === "draw" || now.tool === "edit" || now.sketch !== null;
    if (isWanted && state === "waiting") void load();
  };
  look(useApp.getState());
  const unsubscribe = useApp.subscribe(look);
  return () => {
    state = "ended";
    unsubscribe();
    stop?.();
  };
}

function whenStyled(map: MapLibreMap, then: () => void): void {
  if (map.isStyleLoaded()) then();
  else map.once("idle", then);
}
