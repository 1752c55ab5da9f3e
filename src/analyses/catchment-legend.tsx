import { useTranslation } from "react-i18next";
import { CATCHMENT_SCHEMES, type CatchmentClass } from "../cartography/catchment-classes.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { setCatchment } from "../state/catchment.ts";
import { classesOf } from "../state/catchment-question.ts";
import type { CatchmentAnswer } from "../state/catchment-state.ts";
import { useApp } from "../state/store.ts";
import { classText, unitText } from "./catchment-text.ts";
import { Segments } from "./segments.tsx";

/** The classes of the map and how they are made; nothing and unknown are classes of their own. */
export function CatchmentLegend({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const scheme = useApp((state) => state.catchment.scheme);
  const isDark = useApp(selectIsDark);
  const { classes } = classesOf(answer, scheme);
  // without people there is nothing to share out by, and classes are no more than reached or not
  const isCounted = answer.result.demand !== null;
  const isThere = ({ kind, people }: CatchmentClass) => kind !== "unknown" || people === null || people > 0;
  return (
    <div className="gap-legend catchment-legend">
      {isCounted ? <Schemes /> : null}
      {isCounted ? (
        <p>
          {t("catchment.legend", { unit: unitText(answer, { t, language }) })} ·{" "}
          {t(`catchment.schemeNote.${scheme}`)}
        </p>
      ) : null}
      <ul>
        {classes.filter(isThere).map((each) => (
          <li key={`${each.kind}${each.from}`}>
            <i style={{ background: isDark ? each.dark : each.light }} />
            {classText(each, { t, numbers })}
          </li>
        ))}
      </ul>
      <p>{t("catchment.legendFacility")}</p>
    </div>
  );
}

function Schemes() {
  const { t } = useTranslation();
  const scheme = useApp((state) => state.catchment.scheme);
  return (
    <Segments
      legend={t("catchment.scheme")}
      name="catchment-scheme"
      values={CATCHMENT_SCHEMES}
      textOf={(each) => t(`catchment.schemes.${each}`)}
      chosen={scheme}
      onChoose={(each) => setCatchment({ scheme: each })}
    />
  );
}
