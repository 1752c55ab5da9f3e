import i18next from "i18next";
import type { Map as MapLibreMap } from "maplibre-gl";

const CONTROLS = {
  ".maplibregl-ctrl-zoom-in": "control.zoomIn",
  ".maplibregl-ctrl-zoom-out": "control.zoomOut",
  ".maplibregl-ctrl-compass": "control.north",
} as const;

/** Names the controls of the map and its canvas in the language of the page, and again when that changes. */
export function followControlText(map: MapLibreMap): () => void {
  const name = () => {
    for (const [selector, key] of Object.entries(CONTROLS)) {
      const button = map.getContainer().querySelector(selector);
      button?.setAttribute("aria-label", i18next.t(key));
      button?.setAttribute("title", i18next.t(key));
    }
    map.getCanvas().setAttribute("aria-label", i18next.t("control.canvas"));
  };
  name();
  i18next.on("languageChanged", name);
  return () => i18next.off("languageChanged", name);
}
