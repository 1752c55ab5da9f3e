import { useTranslation } from "react-i18next";
import { wgs84ToGcj02 } from "../geometry/gcj-02.ts";
import { setNear } from "../state/projects.ts";
import { clearSelection } from "../state/selection.ts";
import { Icon } from "./icon.tsx";

/** A place found by its coordinates, in both systems a reader may need; `id` is lon,lat in degrees, EPSG:4326. */
export function PlaceCard({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [lon = 0, lat = 0] = id.split(",").map(Number);
  const text = (place: readonly number[]) => place.map((degrees) => degrees.toFixed(6)).join(", ");
  return (
    <article className="card">
      <button type="button" className="quiet" onClick={clearSelection}>
        <Icon name="back" />
        {t("action.back")}
      </button>
      <p className="eyebrow">{t("layer.place")}</p>
      <h2 className="card-title">{text([lon, lat])}</h2>
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
      <p className="actions">
        <button type="button" onClick={() => setNear(lon, lat)}>
          <Icon name="pin" />
          {t("projects.nearHere")}
        </button>
      </p>
    </article>
  );
}
