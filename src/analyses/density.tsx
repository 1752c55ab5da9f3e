import { useTranslation } from "react-i18next";
import type { DataQuality } from "../../server/contract/analysis.ts";
import type { DensityResult } from "../../server/contract/density.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { ClassPart } from "./class-part.tsx";
import { edgeNote, Figure } from "./figure.tsx";
import { PublishedTable } from "./published-table.tsx";

/** How densely an area is lived in and built on. */
export function Density({
  result,
  isDistrict,
  constructionLandSqm,
  dataQuality,
}: {
  readonly result: DensityResult;
  readonly dataQuality: readonly DataQuality[];
  readonly isDistrict: boolean;
  /** null where it is not known, or not asked. */
  readonly constructionLandSqm: number | null;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <>
      <dl className="figures">
        <Figure field="areaSqm" value={numbers.area(result.areaSqm)} />
        <Figure
          field="landAreaSqm"
          value={numbers.area(result.landAreaSqm)}
          note={`${t("field.landShare")} ${numbers.share(result.landShare)}`}
        />
        {result.insideDistrictShare < 1 ? (
          <Figure field="insideDistrictShare" value={numbers.share(result.insideDistrictShare)} />
        ) : null}
        <Figure
          field="residents"
          value={numbers.count(result.residents)}
          isUnknown={result.residents === null}
          note={result.residents === null ? t(`quality.${residentsUnknownCode(dataQuality)}`) : null}
        />
        <Figure
          field="residentsPerSqkm"
          value={numbers.perSqkm(result.residentsPerSqkm)}
          isUnknown={result.residentsPerSqkm === null}
        />
        <Figure
          field="residentsPerResidentialSqkm"
          value={numbers.perSqkm(result.residentsPerResidentialSqkm)}
          isUnknown={result.residentsPerResidentialSqkm === null}
          note={`${t("field.residentialLandSqm")} ${numbers.area(result.residentialLandSqm)}`}
        />
        <Figure
          field="dwellings"
          value={numbers.count(result.dwellings)}
          isUnknown={result.dwellings === null}
        />
        <Figure
          field="dwellingsPerHa"
          value={
            result.dwellingsPerHa === null
              ? numbers.unknown
              : `${numbers.number(result.dwellingsPerHa, 1)} ${t("unit.dwellingsPerHa")}`
          }
          isUnknown={result.dwellingsPerHa === null}
        />
        <Figure
          field="buildings"
          value={numbers.count(result.buildings)}
          note={edgeNote(result.buildings, t)}
        />
        <Figure field="footprintSqm" value={numbers.area(result.footprintSqm)} />
        <Figure
          field="siteCoverage"
          value={numbers.share(result.siteCoverage)}
          isUnknown={result.siteCoverage === null}
        />
      </dl>
      {result.buildings === 0 ? <p className="hint">{t("sheet.noBuildings")}</p> : null}
      <ClassPart field="byHeightClass" of={{ ...result, byUse: [] }} />
      <ClassPart field="byAgeClass" of={{ ...result, byUse: [] }} />
      <PublishedTable
        published={result.published}
        isDistrict={isDistrict}
        ours={{
          residents: { value: result.residents, text: numbers.count(result.residents) },
          "population-density": {
            value: result.residentsPerSqkm,
            text: numbers.perSqkm(result.residentsPerSqkm),
          },
        }}
        reasons={{
          "residents-year-end": t("sheet.why.residentsYearEnd"),
          "population-density": t("sheet.why.populationDensity", {
            byLand: numbers.perSqkm(result.residentsPerSqkm),
            byConstruction: numbers.perSqkm(perSqkm(result.residents, constructionLandSqm)),
          }),
        }}
      />
    </>
  );
}

function perSqkm(residents: number | null, landSqm: number | null): number | null {
  return residents === null || !landSqm ? null : residents / (landSqm / 1e6);
}

/** Why the people of an area are not known. */
export function residentsUnknownCode(notes: readonly DataQuality[]): DataQuality["code"] {
  const isTotalKnown = notes.some(({ code }) => code === "residents-by-house-unknown");
  return isTotalKnown ? "residents-by-house-unknown" : "population-absent";
}

export const densityView: AnalysisView<"density"> = {
  Form: null,
  Result: ({ answer }) => (
    <Density
      result={answer.result}
      isDistrict={false}
      constructionLandSqm={null}
      dataQuality={answer.dataQuality}
    />
  ),
};
