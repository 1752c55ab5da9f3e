import { useTranslation } from "react-i18next";
import { OWN_RADIUS_M } from "../../server/contract/statutory-radius-coverage.ts";
import { nameIn } from "../locale/name-text.ts";
import { setOwnRadius } from "../state/radius.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** A radius of no standard: any facility, any metres. */
export function OwnRadiusForm() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const own = useApp((state) => state.radius.own);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  return (
    <details className="own-radius" open={own !== null}>
      <summary>{t("radius.own.title")}</summary>
      <form
        key={JSON.stringify(own)}
        className="own-radius-form"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget);
          setOwnRadius({ category: String(given.get("category")), radiusM: Number(given.get("metres")) });
        }}
      >
        <select name="category" aria-label={t("gap.category")} defaultValue={own?.category}>
          {categories.map(({ code, ...names }) => (
            <option key={code} value={code}>
              {nameIn(language, names)}
            </option>
          ))}
        </select>
        <label className="field">
          <span>{t("radius.own.metres")}</span>
          <input
            name="metres"
            type="number"
            required
            step={1}
            min={OWN_RADIUS_M.least}
            max={OWN_RADIUS_M.most}
            defaultValue={own?.radiusM ?? 500}
          />
        </label>
        <p className="actions">
          <button type="submit">{t("radius.own.ask")}</button>
          {own === null ? null : (
            <button type="button" className="quiet" onClick={() => setOwnRadius(null)}>
              {t("radius.own.clear")}
            </button>
          )}
        </p>
      </form>
    </details>
  );
}
