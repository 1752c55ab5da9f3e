import { useTranslation } from "react-i18next";
import { sourceText } from "../locale/source-text.ts";
import { selectCatalogue, selectDistrict, selectIsInternalMap } from "../state/session.ts";
import { lowGroundM, selectShownGroups } from "../state/shown-groups.ts";
import { useApp } from "../state/store.ts";

/** What a map must say of itself: source and date, sample or not, approval number or that it is for inside use. */
export function MapNotes() {
  const { t } = useTranslation();
  const district = useApp(selectDistrict);
  const approval = useApp((state) => state.settings?.mapApprovalNo ?? null);
  const isInternal = useApp(selectIsInternalMap);
  const isLowGround = useApp((state) => {
    const layers = selectCatalogue(state)?.layers ?? [];
    return lowGroundM({ layers, shown: selectShownGroups(state) }) !== null;
  });
  if (district === null) return null;
  // what was generated is of no date
  const unknownDate = district.sample ? null : t("app.asOfUnknown");
  const date = district.asOf === null ? unknownDate : t("app.asOf", { date: district.asOf });
  return (
    <footer className="map-notes">
      {district.sample ? <span className="mark mark-sample">{t("app.sample")}</span> : null}
      {isInternal ? <span className="mark">{t("app.internalMap")}</span> : null}
      {approval === null ? null : <span className="mark">{t("app.approval", { number: approval })}</span>}
      {isLowGround ? (
        <span className="mark mark-low">
          <i />
          {t("legend.lowGround")}
        </span>
      ) : null}
      <span className="map-source">
        {t("app.data", { source: sourceText(district, t) })}
        {date === null ? null : ` · ${date}`}
      </span>
    </footer>
  );
}
