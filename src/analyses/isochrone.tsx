import { useTranslation } from "react-i18next";
import type { IsochroneResult } from "../../server/contract/isochrone.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";
import { setWalk } from "../state/walk.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { ConditionsChoice } from "./conditions-choice.tsx";
import { ConditionsFound } from "./conditions-found.tsx";
import { IsochroneDownloads, IsochroneFacilities } from "./isochrone-facilities.tsx";
import { facilitiesIn } from "./isochrone-table.ts";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { PersonaChoice } from "./persona-choice.tsx";

type Features = IsochroneResult["features"];

const FACE_OPACITY = 0.2;

// as the map draws it: the faces of all greater times lie over one another
function shadeOf(features: Features, minutes: number): number {
  const faces = features.filter(({ properties }) => properties.minutes >= minutes).length;
  return 1 - (1 - FACE_OPACITY) ** faces;
}

const DIRECTIONS = ["from", "to"] as const;

/** Who walks, which way, and over which map. */
function IsochroneForm() {
  const { t } = useTranslation();
  const { persona, direction, flat } = useApp((state) => state.walk);
  return (
    <div className="selectors">
      <PersonaChoice
        name="walk-persona"
        chosen={persona}
        onChoose={(walker) => setWalk({ persona: walker })}
      />
      <div className="selects">
        <select
          aria-label={t("isochrone.direction")}
          value={direction}
          onChange={({ target }) => setWalk({ direction: target.value as typeof direction })}
        >
          {DIRECTIONS.map((each) => (
            <option key={each} value={each}>
              {t(`isochrone.${each}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t("isochrone.map")}
          value={flat ? "flat" : "real"}
          onChange={({ target }) => setWalk({ flat: target.value === "flat" })}
        >
          <option value="real">{t("isochrone.real")}</option>
          <option value="flat">{t("isochrone.flat")}</option>
        </select>
      </div>
      <ConditionsChoice />
    </div>
  );
}

function AreaRow({ feature, features }: { readonly feature: Features[number]; readonly features: Features }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { minutes, areaSqm, residents, buildings, plusMinusMinutes } = feature.properties;
  return (
    <tr data-minutes={minutes}>
      <th scope="row">
        <i className="key-walk" style={{ opacity: shadeOf(features, minutes) }} aria-hidden="true" />
        {minutes} {t("unit.minutes")}
        {plusMinusMinutes === null ? null : (
          <small title={t("walking.route.plusMinusHint")}> ±{numbers.number(plusMinusMinutes, 1)}</small>
        )}
      </th>
      <td>{numbers.area(areaSqm)}</td>
      <td>{numbers.count(residents)}</td>
      <td>{numbers.count(buildings)}</td>
      <td>{numbers.number(facilitiesIn(feature))}</td>
    </tr>
  );
}

/** What lies within each of the times, a row each. */
function IsochroneTable({ features }: { readonly features: Features }) {
  const { t } = useTranslation();
  return (
    <table className="classes" data-field="isochrone">
      <caption>{t("isochrone.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("isochrone.within")}</th>
          <th scope="col">{t("field.areaSqm")}</th>
          <th scope="col">{t("field.residents")}</th>
          <th scope="col">{t("field.buildings")}</th>
          <th scope="col">{t("field.facilities")}</th>
        </tr>
      </thead>
      <tbody>
        {features.map((feature) => (
          <AreaRow key={feature.properties.minutes} feature={feature} features={features} />
        ))}
      </tbody>
    </table>
  );
}

export const isochroneView: AnalysisView<"isochrone"> = {
  Form: IsochroneForm,
  Result: ({ answer }) => (
    <>
      <IsochroneTable features={answer.result.features} />
      <IsochroneFacilities features={answer.result.features} />
      <ConditionsFound found={answer.result.conditions} />
      <IsochroneDownloads answer={answer} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} />
    </>
  ),
};
