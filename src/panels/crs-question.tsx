import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { NamedReading } from "../formats/read-areas.ts";
import type { Dropped } from "../state/drawing-state.ts";
import { chooseReading } from "../state/dropped-file.ts";
import { readAgain } from "./take-file.ts";

const keyOf = ({ crs, axes }: NamedReading) => `${crs} ${axes}`;

/** What the coordinates of a file are: as it says, as they look, or as the person says. */
export function CrsQuestion({ dropped }: { readonly dropped: Extract<Dropped, { status: "read" }> }) {
  const { t } = useTranslation();
  const { file, reading } = dropped;
  const chosen = reading === null ? undefined : file.readings[reading];
  const choices: readonly NamedReading[] = [...file.readings, ...file.others];
  const choose = (key: string) => {
    const index = file.readings.findIndex((each) => keyOf(each) === key);
    const other = file.others.find((each) => keyOf(each) === key);
    if (index >= 0) chooseReading(index);
    else if (other)
      void readAgain({ reading: other, ...(file.text ? { encoding: file.text.encoding } : {}) });
  };
  return (
    <>
      <p className="hint" data-origin={file.origin}>
        {chosen ? t(`file.origin.${file.origin}`, { crs: crsText(chosen, t) }) : t("file.ask")}
      </p>
      <label className="field">
        <span>{t("file.crs")}</span>
        <select value={chosen ? keyOf(chosen) : ""} onChange={({ target }) => choose(target.value)}>
          {chosen ? null : <option value="">{t("file.pickCrs")}</option>}
          {choices.map((each) => (
            <option key={keyOf(each)} value={keyOf(each)}>
              {crsText(each, t)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

// a colon would part a key of the catalogue
function crsText({ crs, meridian, axes }: NamedReading, t: TFunction): string {
  const name = t(`file.crsName.${crs.replace(":", "-")}`, { defaultValue: crs });
  const full = meridian === null ? name : t("file.meridian", { crs: name, meridian });
  return axes === "xy" ? full : t("file.swapped", { crs: full });
}
