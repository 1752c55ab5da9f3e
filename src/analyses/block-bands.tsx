import "../look/block-bands.css";
import { useTranslation } from "react-i18next";
import type { BlockBand } from "../../server/contract/plot-ratio.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { useDistrictSheet, useIsDistrict } from "./district-sheet.ts";

/** The residential parcels of the storey class with the most floor area, beside what the standard has for new ones; nothing without any. */
export function HeadlineBand({ bands }: { readonly bands: readonly BlockBand[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const nameOf = useBandName();
  const [band] = bands;
  if (!band) return null;
  return (
    <div className="figure band-figure" data-field="bands">
      <dt>
        {t("sheetPage.band.title")}
        <em className="trial">{t(`sheet.${band.status}`)}</em>
      </dt>
      <dd>{numbers.ratio(band.plotRatioMedian)}</dd>
      <dd className="figure-note">
        {t("sheetPage.band.of", { name: nameOf(band), parcels: numbers.number(band.parcels) })}
      </dd>
      <DistrictBand storeyClass={band.storeyClass} />
      <dd className="figure-note" title={`${band.standard} · ${band.clause} · ${band.source}`}>
        <BandTrack band={band} />
        {t("sheetPage.band.reference", bandText(band, numbers))}
      </dd>
    </div>
  );
}

function DistrictBand({ storeyClass }: Pick<BlockBand, "storeyClass">) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const district = useDistrictSheet();
  const isDistrict = useIsDistrict();
  const there = district?.result.plotRatio.bands.find((band) => band.storeyClass === storeyClass);
  if (isDistrict || !there) return null;
  return (
    <dd className="figure-note">
      {t("sheetPage.band.district", { value: numbers.ratio(there.plotRatioMedian) })}
    </dd>
  );
}

/** Plot ratio of which the drawn scale ends beyond the band and the median alike. */
const SCALE = 1.25;

// the band on a scale from nought, and where the median lies on it; said in words beside
function BandTrack({ band: { plotRatioMin, plotRatioMax, plotRatioMedian } }: { readonly band: BlockBand }) {
  const end = SCALE * Math.max(plotRatioMax, plotRatioMedian);
  const share = (value: number) => `${(value / end) * 100}%`;
  return (
    <span className="band-track" aria-hidden="true">
      <span style={{ left: share(plotRatioMin), width: share(plotRatioMax - plotRatioMin) }} />
      <i style={{ left: share(plotRatioMedian) }} />
    </span>
  );
}

/** Every storey class of the residential parcels inside, with its band. */
export function BlockBands({ bands }: { readonly bands: readonly BlockBand[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const nameOf = useBandName();
  if (bands.length === 0) return null;
  const columns: DataColumn<BlockBand>[] = [
    { id: "class", label: t("sheetPage.band.class"), value: ({ floorsFrom }) => floorsFrom, cell: nameOf },
    {
      id: "parcels",
      label: t("sheetPage.band.parcels"),
      value: ({ parcels }) => parcels,
      cell: ({ parcels }) => numbers.number(parcels),
    },
    {
      id: "plotRatio",
      label: t("field.netPlotRatio"),
      value: ({ plotRatioMedian }) => plotRatioMedian,
      cell: (band) => (
        <>
          {numbers.ratio(band.plotRatioMedian)} <small>{bandText(band, numbers).plotRatio}</small>
        </>
      ),
    },
    {
      id: "siteCoverage",
      label: t("field.siteCoverage"),
      value: ({ siteCoverageMedian }) => siteCoverageMedian,
      cell: (band) => (
        <>
          {numbers.share(band.siteCoverageMedian)} <small>≤ {bandText(band, numbers).siteCoverage}</small>
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable
        field="bands"
        caption={t("sheetPage.band.caption")}
        className="block-bands"
        columns={columns}
        copied={[
          { id: "min", label: t("file.lowest"), value: ({ plotRatioMin }) => plotRatioMin },
          { id: "max", label: t("file.highest"), value: ({ plotRatioMax }) => plotRatioMax },
        ]}
        rows={bands}
        keyOf={({ storeyClass }) => storeyClass}
      />
      <p className="hint">{t("sheetPage.band.hint")}</p>
    </>
  );
}

function useBandName(): (band: BlockBand) => string {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  return ({ nameZh, nameEn, floorsFrom, floorsTo }) =>
    t("sheetPage.band.name", { name: language === "en" ? nameEn : nameZh, floorsFrom, floorsTo });
}

function bandText(
  { plotRatioMin, plotRatioMax, siteCoverageMax }: BlockBand,
  numbers: ReturnType<typeof useNumbers>,
) {
  return {
    plotRatio: `${plotRatioMin.toFixed(1)}–${plotRatioMax.toFixed(1)}`,
    siteCoverage: numbers.share(siteCoverageMax),
  };
}
