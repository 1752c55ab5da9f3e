import { useTranslation } from "react-i18next";
import { sourceText } from "../locale/source-text.ts";
import { selectDistrict, selectIsInternalMap } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** What stands on paper alone: the map, the marks every print must bear, where the figures come from and their link. */
export function PrintHead() {
  const { t } = useTranslation();
  const { dataUrl } = useApp((state) => state.mapPicture);
  const district = useApp(selectDistrict);
  const isInternal = useApp(selectIsInternalMap);
  const approval = useApp((state) => state.settings?.mapApprovalNo ?? null);
  const marks = [
    district?.sample ? t("app.sample") : null,
    isInternal ? t("app.internalMap") : null,
    approval === null ? null : t("app.approval", { number: approval }),
  ].filter((mark) => mark !== null);
  return (
    <div className="on-paper">
      {dataUrl === null ? null : <img src={dataUrl} alt={t("app.map")} />}
      <p className="paper-marks">{marks.join(" · ")}</p>
    </div>
  );
}

/** The foot of a printed sheet: source with its date, when it was printed, and how to find it again. */
export function PrintFoot() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const district = useApp(selectDistrict);
  if (district === null) return null;
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(new Date());
  return (
    <footer className="on-paper paper-foot">
      <p>
        {t("app.name")} · {t("app.data", { source: sourceText(district, t) })} ·{" "}
        {district.asOf === null ? t("app.asOfUnknown") : t("app.asOf", { date: district.asOf })} ·{" "}
        {t("sheetPage.printing.printed", { date })}
      </p>
      <p>{t("sheetPage.printing.link", { link: location.href })}</p>
    </footer>
  );
}
