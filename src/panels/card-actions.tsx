import { useTranslation } from "react-i18next";
import type { Extent } from "../../server/contract/geometry.ts";
import { showExtent } from "../state/appearance.ts";
import { setNearThing } from "../state/projects.ts";
import { askAboutZone } from "../state/sheet.ts";
import { walkFrom } from "../state/walk.ts";
import { Icon } from "./icon.tsx";

// where one may set out from: things that are a place rather than a way or an area
const WALKED_FROM = new Set(["landmark", "metro-station", "metro-entrance", "facility", "building"]);

/** What one can do with a thing; `extent` in degrees. */
export function CardActions({
  layer,
  id,
  extent,
  name,
}: {
  readonly layer: string;
  readonly id: string;
  readonly extent: Extent;
  readonly name: string | null;
}) {
  const { t } = useTranslation();
  const [west, south, east, north] = extent;
  return (
    <p className="actions">
      {layer === "zone" ? (
        <button type="button" className="primary" onClick={() => askAboutZone(id)}>
          <Icon name="polygon" />
          {t("find.sheet")}
        </button>
      ) : null}
      <button type="button" onClick={() => showExtent(extent)}>
        <Icon name="target" />
        {t("action.zoomTo")}
      </button>
      {WALKED_FROM.has(layer) ? (
        <button type="button" onClick={() => walkFrom((west + east) / 2, (south + north) / 2)}>
          <Icon name="pin" />
          {t("find.walkFrom")}
        </button>
      ) : null}
      <button type="button" onClick={() => setNearThing({ extent, name })}>
        <Icon name="flag" />
        {t("find.projectsHere")}
      </button>
    </p>
  );
}
