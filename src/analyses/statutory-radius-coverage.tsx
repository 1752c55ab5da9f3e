import { useTranslation } from "react-i18next";
import type { StatutoryRadiusAnswer } from "../state/radius-state.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { OwnRadiusForm } from "./own-radius-form.tsx";
import { RadiusAnswer } from "./radius-answer.tsx";
import { RadiusForm } from "./radius-form.tsx";
import { RuleSetChoice } from "./rule-set-choice.tsx";

/** Every statutory radius of the rule set and of the health check, each beside those who can walk as far. */
function StatutoryRadiusCoverage({ answer }: { readonly answer: StatutoryRadiusAnswer }) {
  const { t } = useTranslation();
  return <RadiusAnswer answer={answer} caption={t("radius.statutory")} />;
}

function StatutoryRadiusForm() {
  return (
    <RadiusForm>
      <div className="selects">
        <RuleSetChoice />
      </div>
      <OwnRadiusForm />
    </RadiusForm>
  );
}

export const statutoryRadiusCoverageView: AnalysisView<"statutory-radius-coverage"> = {
  Form: StatutoryRadiusForm,
  Result: StatutoryRadiusCoverage,
};
