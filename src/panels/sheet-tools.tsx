import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { areaName } from "../analyses/area-name.ts";
import {
  addToComparison,
  openComparison,
  removeFromComparison,
  selectHasRoom,
  selectIsCompared,
} from "../state/comparison.ts";
import type { AskedArea } from "../state/drawing-state.ts";
import { selectKeptName } from "../state/kept-name.ts";
import { keepAreas, recallNamedAreas } from "../state/named-areas.ts";
import { selectAskedArea } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { followPrint, printSheet } from "./print-sheet.ts";

/** What can be done with a sheet: set it beside others, keep its area under a name, print it. */
export function SheetTools() {
  const { t } = useTranslation();
  const area = useApp(selectAskedArea);
  useEffect(recallNamedAreas, []);
  useEffect(followPrint, []);
  if (area === null) return null;
  return (
    <div className="sheet-tools" role="toolbar" aria-label={t("sheetPage.tools")}>
      <CompareButton area={area} />
      <KeepButton area={area} />
      <PrintButton />
    </div>
  );
}

function CompareButton({ area }: { readonly area: AskedArea }) {
  const { t } = useTranslation();
  const count = useApp((state) => state.compared.length);
  const isCompared = useApp((state) => selectIsCompared(state, area));
  const hasRoom = useApp(selectHasRoom);
  const add = () => {
    const state = useApp.getState();
    addToComparison({ name: "zone" in area ? null : selectKeptName(state, area), area });
  };
  return (
    <>
      <button
        type="button"
        aria-pressed={isCompared}
        disabled={!(isCompared || hasRoom)}
        onClick={isCompared ? () => removeFromComparison(area) : add}
      >
        <Icon name="compare" />
        {t(isCompared ? "sheetPage.compared" : hasRoom ? "sheetPage.compare" : "sheetPage.full")}
      </button>
      {count === 0 ? null : (
        <button type="button" className="primary" onClick={openComparison}>
          {t("sheetPage.openComparison", { count })}
        </button>
      )}
    </>
  );
}

function KeepButton({ area }: { readonly area: AskedArea }) {
  const { t } = useTranslation();
  const kept = useApp((state) => selectKeptName(state, area));
  const suggested = useApp((state) => areaName(state, area, t));
  const [naming, setNaming] = useState(false);
  if (kept !== null) return <span className="kept">{t("sheetPage.keptAs", { name: kept })}</span>;
  if (!naming) {
    return (
      <button type="button" onClick={() => setNaming(true)}>
        <Icon name="bookmark" />
        {t("sheetPage.keep")}
      </button>
    );
  }
  const keep = (form: FormData) => {
    const name = String(form.get("name")).trim();
    if (name !== "") keepAreas([{ name, area }]);
    setNaming(false);
  };
  return (
    <form action={keep} className="naming">
      <input
        name="name"
        aria-label={t("sheetPage.areas.name")}
        defaultValue={suggested}
        maxLength={80}
        required
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked to type here
        autoFocus
        onFocus={({ target }) => target.select()}
        onKeyDown={({ key }) => (key === "Escape" ? setNaming(false) : undefined)}
      />
      <button type="submit" className="primary">
        {t("sheetPage.areas.save")}
      </button>
    </form>
  );
}

function PrintButton() {
  const { t } = useTranslation();
  const [withMap, setWithMap] = useState(true);
  return (
    <span className="print-choice">
      <button type="button" onClick={() => void printSheet({ withMap })}>
        <Icon name="print" />
        {t("sheetPage.print")}
      </button>
      <label>
        <input type="checkbox" checked={withMap} onChange={({ target }) => setWithMap(target.checked)} />
        {t("sheetPage.printing.map")}
      </label>
    </span>
  );
}
