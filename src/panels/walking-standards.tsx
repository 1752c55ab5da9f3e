import "../look/standards.css";
import { useTranslation } from "react-i18next";
import type {
  PersonaField,
  PersonaRow,
  WalkingParameterRow,
} from "../../server/contract/walking-standards.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";
import {
  editPersona,
  editWalkingParameter,
  readWalkingStandards,
  resetPersona,
  resetWalkingParameter,
} from "../state/walking-standards.ts";
import { FailureNote } from "./failure-note.tsx";
import { NumberField, Reset, useEdit } from "./standards-field.tsx";

const SPEEDS = [
  ["flatMps", "flat_mps"],
  ["stairsUpHorizontalMps", "stairs_up_horizontal_mps"],
  ["stairsDownHorizontalMps", "stairs_down_horizontal_mps"],
  ["stairsUpVerticalMps", "stairs_up_vertical_mps"],
  ["stairsDownVerticalMps", "stairs_down_vertical_mps"],
  ["maxGrade", "max_grade"],
] as const;
const ABILITIES = ["escalator", "lift"] as const;

interface Rows {
  readonly personas: readonly PersonaRow[];
  readonly parameters: readonly WalkingParameterRow[];
}

/** Personas and parameters, each value with its unit, source and status; what is edited can be set back. */
export function WalkingStandards({ personas, parameters }: Rows) {
  const { t } = useTranslation();
  const failure = useApp((state) => state.standardsFailure);
  return (
    <div className="standards">
      <p className="hint">{t("walking.standards.hint")}</p>
      <Progress />
      {failure === null ? null : <FailureNote failure={failure} onRetry={readWalkingStandards} />}
      {personas.map((persona) => (
        <Persona key={persona.id} persona={persona} />
      ))}
      <h3>{t("walking.standards.parameters")}</h3>
      {parameters.map((parameter) => (
        <Parameter key={parameter.name} parameter={parameter} />
      ))}
    </div>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { status, persona, done, total } = useApp((state) => state.reachProgress);
  if (status === "idle") return null;
  return (
    <p className={status === "running" ? "progress" : "hint"} role="status" data-reach={status}>
      {status === "running" ? <span /> : null}
      {status === "failed"
        ? t("walking.standards.failed")
        : t("walking.standards.computing", {
            persona: persona === null ? "" : t(`persona.${persona}`),
            done,
            total,
          })}
    </p>
  );
}

function Status({ status, edited }: { readonly status: string; readonly edited: boolean }) {
  const { t } = useTranslation();
  const said = edited ? "own" : status;
  return (
    <span className="tag" data-status={said}>
      {t(edited ? "walking.standards.edited" : `sheet.${status}`)}
    </span>
  );
}

function Persona({ persona }: { readonly persona: PersonaRow }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const { id, source, sourceEn, status, edits } = persona;
  return (
    <details className="standards-row" data-persona={id}>
      <summary>
        {nameIn(language, persona)} <Status status={status} edited={Object.keys(edits).length > 0} />
      </summary>
      {SPEEDS.map(([field, column]) => (
        <NumberField
          key={field}
          name={`${id}-${field}`}
          label={t(`walking.standards.field.${field}`)}
          unit={field === "maxGrade" ? "" : "m/s"}
          value={persona[field]}
          shipped={edits[column]?.shipped}
          disabled={persona.stepFree && field.startsWith("stairs")}
          onSet={(value) => editPersona(id, field, value)}
          onReset={() => resetPersona(id, field)}
        />
      ))}
      {ABILITIES.map((field) => (
        <Ability key={field} persona={persona} field={field} />
      ))}
      <p className="source">{language === "en" ? sourceEn : source}</p>
    </details>
  );
}

function Ability({ persona, field }: { readonly persona: PersonaRow; readonly field: "escalator" | "lift" }) {
  const { t } = useTranslation();
  const { id, edits } = persona;
  const { refusal, send } = useEdit();
  return (
    <>
      <div className="standards-field">
        <label>
          <input
            type="checkbox"
            checked={persona[field]}
            onChange={({ target }) => send(() => editPersona(id, field, target.checked))}
          />{" "}
          {t(`walking.standards.field.${field}`)}
        </label>
        {edits[field] === undefined ? null : (
          <Reset onReset={() => send(() => resetPersona(id, field satisfies PersonaField))} />
        )}
      </div>
      {refusal}
    </>
  );
}

function Parameter({ parameter }: { readonly parameter: WalkingParameterRow }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { name, value, unit, minimum, maximum, used, source, sourceEn, status, edit } = parameter;
  const said = unit === "1" ? "" : unit.replace("km2", "km²");
  const label = t(`walking.standards.parameter.${name}`, { defaultValue: name });
  return (
    <details className="standards-row" data-parameter={name}>
      <summary>
        {label}{" "}
        <b>
          {numbers.number(value, 3)} {said}
        </b>{" "}
        <Status status={status} edited={edit !== null} />
      </summary>
      <NumberField
        name={name}
        label={t("walking.standards.between", { minimum, maximum })}
        unit={said}
        value={value}
        shipped={edit?.shipped}
        isOptional={false}
        onSet={(changed) => editWalkingParameter(name, changed!)}
        onReset={() => resetWalkingParameter(name)}
      />
      <p className="hint">{t(`walking.standards.used.${used}`)}</p>
      <p className="source">{language === "en" ? sourceEn : source}</p>
    </details>
  );
}
