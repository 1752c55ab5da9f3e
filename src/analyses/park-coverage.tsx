import { useTranslation } from "react-i18next";
import type { ParkAnswer } from "../state/radius-state.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { ParkInventory } from "./park-inventory.tsx";
import { PublishedReadings } from "./park-readings.tsx";
import { RadiusAnswer } from "./radius-answer.tsx";
import { RadiusForm } from "./radius-form.tsx";

/** The rival definitions side by side, which of them a published coverage would be, and the parks themselves. */
function ParkCoverage({ answer }: { readonly answer: ParkAnswer }) {
  const { t } = useTranslation();
  return (
    <RadiusAnswer answer={answer} caption={t("radius.rivals")}>
      <PublishedReadings result={answer.result} />
      <ParkInventory parks={answer.result.parks} />
    </RadiusAnswer>
  );
}

export const parkCoverageView: AnalysisView<"park-coverage"> = {
  Form: () => <RadiusForm />,
  Result: ParkCoverage,
};
