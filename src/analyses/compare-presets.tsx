import { useTranslation } from "react-i18next";
import { selectFirstSide } from "../state/colouring.ts";
import { setBeside, setFirstSide } from "../state/minutes.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

const NIGHT = "T23:00";
const DAY = "T10:00";

// each changes one thing: what differs between the maps then is due to it
const PRESETS: Readonly<Record<string, () => void>> = {
  persona: () => {
    setFirstSide({ persona: "adult" });
    setBeside({ persona: "wheelchair" });
  },
  direction: () => {
    setFirstSide({ direction: "to" });
    setBeside({ direction: "from" });
  },
  at: () => {
    const [day] = selectFirstSide(useApp.getState())!.at.split("T");
    setFirstSide({ at: `${day}${DAY}` });
    setBeside({ at: `${day}${NIGHT}` });
  },
  flat: () => {
    setFirstSide({ flat: false });
    setBeside({ flat: true });
  },
  category: () => {
    const state = useApp.getState();
    const first = selectFirstSide(state)!;
    const held = (selectCatalogue(state)?.categories ?? []).filter(({ facilities }) => facilities > 0);
    const at = held.findIndex(({ code }) => code === first.category);
    setBeside({ category: held[(at + 1) % held.length]?.code ?? first.category });
  },
};

/** What is often held against each other, a click away. */
export function ComparePresets() {
  const { t } = useTranslation();
  return (
    <fieldset className="minutes-presets">
      <legend>{t("minutesView.compare")}</legend>
      {Object.entries(PRESETS).map(([name, begin]) => (
        <button key={name} type="button" className="chip" onClick={begin}>
          {t(`minutesView.preset.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}
