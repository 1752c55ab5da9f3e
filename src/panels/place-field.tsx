import "../look/place-field.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface PlaceFieldProps {
  readonly label: React.ReactNode;
  /** Degrees, EPSG:4326; null = none yet. */
  readonly place: readonly [lon: number, lat: number] | null;
  readonly onTake: (lon: number, lat: number) => void;
  /** Beside the field. */
  readonly children?: React.ReactNode;
}

/** A place typed as longitude and latitude; what cannot be one stays as it was typed, with what would be right. */
export function PlaceField({ label, place, onTake, children }: PlaceFieldProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<{ readonly text: string; readonly beside: typeof place } | null>(
    null,
  );
  // a place taken since, from the map, is not what was wrong
  const wrong = refused !== null && refused.beside === place ? refused.text : null;
  const take = (text: string) => {
    const parts = text.split(/[,，\s]+/).filter((part) => part !== "");
    const [lon = Number.NaN, lat = Number.NaN] = parts.map(Number);
    if (parts.length !== 2 || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
      return setRefused({ text, beside: place });
    setRefused(null);
    onTake(lon, lat);
  };
  return (
    <form
      className="place-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        take(String(new FormData(event.currentTarget).get("place")));
      }}
    >
      <label className="field">
        <span>{label}</span>
        <input
          key={place?.join() ?? "none"}
          name="place"
          defaultValue={place?.join(",") ?? ""}
          placeholder={t("isochrone.lonLat")}
          autoComplete="off"
          aria-invalid={wrong !== null}
        />
      </label>
      {children}
      {wrong === null ? null : (
        <p className="refused" role="alert">
          {t("isochrone.notAPlace", { text: wrong })}
        </p>
      )}
    </form>
  );
}
