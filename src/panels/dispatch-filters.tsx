import type { DispatchFacet, DispatchMonth } from "../../server/contract/dispatch.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { chooseDispatch, monthsBack, selectMonth } from "../state/dispatch.ts";
import { LIGHT_ORDER } from "../state/dispatch-state.ts";
import { selectZone } from "../state/selection.ts";
import { useApp } from "../state/store.ts";

const MONTHS_OFFERED = 24;

/** Month, unit, place and light, each value with what it would leave; all of it stands in the address. */
export function DispatchFilters({ answer }: { readonly answer: DispatchMonth | null }) {
  const { t } = useReader();
  const month = useApp(selectMonth);
  const facets = answer?.facets ?? [];
  return (
    <search className="dispatch-filters">
      <label className="field">
        <span>{t("dispatch.month")}</span>
        <select value={month} onChange={({ target }) => chooseDispatch({ month: target.value })}>
          {monthsBack(MONTHS_OFFERED, month).map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <Unit facets={facets} />
      <Place facets={facets} />
      <Lights facets={facets} />
    </search>
  );
}

interface Faceted {
  readonly facets: readonly DispatchFacet[];
}

// the place chosen is shown: a table of it beside a map of elsewhere is of no use
function chooseZone(zone: string | null): void {
  chooseDispatch({ zone });
  const found = zone === null ? null : selectZone(useApp.getState(), zone);
  if (found) showExtent(extentOf(found.geometry as GeoJSON.Geometry));
}

function Unit({ facets }: Faceted) {
  const { t } = useReader();
  const unit = useApp((state) => state.dispatchChoice.unit);
  const units = facets.filter(({ field, value }) => field === "unit" && value !== null);
  const known = units.some(({ value }) => value === unit);
  return (
    <label className="field">
      <span>{t("dispatch.unit")}</span>
      <select value={unit ?? ""} onChange={({ target }) => chooseDispatch({ unit: target.value || null })}>
        <option value="">{t("dispatch.all")}</option>
        {unit === null || known ? null : <option>{unit}</option>}
        {units.map(({ value, projects }) => (
          <option key={value} value={value!}>{`${value} (${projects})`}</option>
        ))}
      </select>
    </label>
  );
}

function Place({ facets }: Faceted) {
  const { t } = useReader();
  const zone = useApp((state) => state.dispatchChoice.zone);
  const known = facets.some(({ value }) => value === zone);
  return (
    <label className="field">
      <span>{t("dispatch.within")}</span>
      <select value={zone ?? ""} onChange={({ target }) => chooseZone(target.value || null)}>
        <option value="">{t("dispatch.all")}</option>
        {zone === null || known ? null : <ZoneOption zone={zone} />}
        {(["subdistrict", "renewal-district"] as const).map((field) => (
          <optgroup key={field} label={t(`zoneKind.${field}`)}>
            {facets
              .filter((facet) => facet.field === field && facet.value !== null)
              .map(({ value, projects }) => (
                <ZoneOption key={value} zone={value!} projects={projects} />
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function ZoneOption({ zone, projects }: { readonly zone: string; readonly projects?: number }) {
  const { language } = useReader();
  const found = useApp((state) => selectZone(state, zone));
  const name = (found && nameIn(language, found.properties)) ?? zone;
  return <option value={zone}>{projects === undefined ? name : `${name} (${projects})`}</option>;
}

function Lights({ facets }: Faceted) {
  const { t, numbers } = useReader();
  const chosen = useApp((state) => state.dispatchChoice.light);
  const countOf = (light: string) =>
    facets.find(({ field, value }) => field === "light" && value === light)?.projects ?? 0;
  return (
    <fieldset className="dispatch-lights">
      <legend className="unseen">{t("dispatch.lightFilter")}</legend>
      {LIGHT_ORDER.map((light) => (
        <button
          key={light}
          type="button"
          className="chip"
          aria-pressed={chosen === light}
          onClick={() => chooseDispatch({ light: chosen === light ? null : light })}
        >
          <i className="light-dot" data-light={light} />
          {t(`dispatch.light.${light}`)} <span className="chip-count">{numbers.number(countOf(light))}</span>
        </button>
      ))}
    </fieldset>
  );
}
