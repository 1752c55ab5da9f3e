import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { createAtlasMap } from "./atlas-map.ts";

/** The map: made once, then it looks at the store by itself. */
export function MapView({ onUnavailable }: { readonly onUnavailable: () => void }) {
  const { t } = useTranslation();
  const container = useRef<HTMLElement>(null);
  const unavailable = useRef(onUnavailable);
  useEffect(() => {
    if (!container.current) return;
    const map = createAtlasMap(container.current);
    if (map === null) unavailable.current();
    return () => map?.remove();
  }, []);
  return <section ref={container} className="map" data-map-idle="false" aria-label={t("app.map")} />;
}
