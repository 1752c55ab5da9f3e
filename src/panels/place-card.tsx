import { useTranslation } from "react-i18next";
import type { Place } from "../../server/contract/place.ts";
import { wgs84ToGcj02 } from "../geometry/gcj-02.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import { readDetail } from "../state/details.ts";
import { setNear } from "../state/projects.ts";
import { routeFrom } from "../state/route.ts";
import { clearSelection } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { walkFrom } from "../state/walk.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { RelatedFeatures } from "./related-features.tsx";
import { Skeleton } from "./skeleton.tsx";

/** A place found by its coordinates: height, slope, zones, and both systems a reader may need; `id` is lon,lat in degrees, EPSG:4326. */
export function PlaceCard({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const run = useApp((state) => state.place);
  const [lon = 0, lat = 0] = id.split(",").map(Number);
  const text = (place: readonly number[]) => place.map((degrees) => degrees.toFixed(6)).join(", ");
  return (
    <article className="card" data-place={run.status}>
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      <p className="eyebrow">{t("layer.place")}</p>
      <h2 className="card-title">{text([lon, lat])}</h2>
      <p className="actions">
        <button type="button" onClick={() => showExtent([lon, lat, lon, lat])}>
          <Icon name="target" />
          {t("action.zoomTo")}
        </button>
        <button type="button" onClick={() => walkFrom(lon, lat)}>
          <Icon name="pin" />
          {t("find.walkFrom")}
        </button>
        <button type="button" onClick={() => routeFrom(lon, lat)}>
          <Icon name="streets" />
          {t("walking.route.begin")}
        </button>
        <button type="button" onClick={() => setNear(lon, lat)}>
          <Icon name="flag" />
          {t("projects.nearHere")}
        </button>
      </p>
      {run.status === "running" ? <Skeleton lines={3} /> : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={readDetail} /> : null}
      {run.status === "done" ? <Ground place={run.result} /> : null}
      <h3>{t("find.place.systems")}</h3>
      <dl className="facts">
        <div>
          <dt>WGS 84 / CGCS2000</dt>
          <dd>{text([lon, lat])}</dd>
        </div>
        <div>
          <dt>GCJ-02</dt>
          <dd>{text(wgs84ToGcj02([lon, lat]))}</dd>
        </div>
      </dl>
    </article>
  );
}

function Ground({ place: { heightM, slope, cellM, zones } }: { readonly place: Place }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const related = zones.map(({ id, kind, nameZh, nameEn }) => ({ layer: "zone", id, kind, nameZh, nameEn }));
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("find.place.height")}</dt>
          <dd>{numbers.length(heightM)}</dd>
        </div>
        <div>
          <dt>{t("find.place.slope")}</dt>
          <dd>{numbers.share(slope)}</dd>
        </div>
      </dl>
      {cellM === null ? null : (
        <p className="hint">{t("find.place.cell", { length: numbers.length(cellM) })}</p>
      )}
      {zones.length === 0 ? <p className="hint">{t("find.place.outside")}</p> : null}
      <RelatedFeatures layer="place" related={related} />
    </>
  );
}
