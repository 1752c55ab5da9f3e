import "../look/sheet-page.css";
import "../look/named-areas.css";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cornerCount } from "../geometry/area-text.ts";
import { nameIn } from "../locale/name-text.ts";
import { addToComparison, openComparison, selectHasRoom, selectIsCompared } from "../state/comparison.ts";
import { deleteArea, recallNamedAreas, renameArea, undoDelete } from "../state/named-areas.ts";
import { selectZone } from "../state/selection.ts";
import type { NamedArea } from "../state/sheet-state.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { exportAreas, type Imported, importAreas } from "./named-areas-file.ts";
import { Question } from "./question.tsx";
import { reopenArea } from "./reopen-area.ts";

/** The named areas of this district: open again, compare, rename, delete, take away and bring in. */
export function NamedAreas() {
  const { t } = useTranslation();
  const all = useApp((state) => state.namedAreas);
  const district = useApp((state) => state.district);
  useEffect(recallNamedAreas, []);
  const areas = all?.filter((each) => each.district === district) ?? [];
  return (
    <Question
      name="named-areas"
      icon="bookmark"
      title={
        <>
          {t("sheetPage.areas.title")} {areas.length === 0 ? null : <small>{areas.length}</small>}
        </>
      }
    >
      {areas.length === 0 ? <p className="hint">{t("sheetPage.areas.none")}</p> : null}
      <ul>
        {areas.map((area) => (
          <AreaItem key={area.id} area={area} />
        ))}
      </ul>
      <Deleted />
      <FileTools areas={areas} />
    </Question>
  );
}

function AreaItem({ area }: { readonly area: NamedArea }) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const rename = (form: FormData) => {
    renameArea(area.id, String(form.get("name")));
    setRenaming(false);
  };
  return (
    <li data-area={area.name}>
      {renaming ? (
        <form action={rename} className="naming">
          <input
            name="name"
            aria-label={t("sheetPage.areas.renameOf", { name: area.name })}
            defaultValue={area.name}
            maxLength={80}
            required
            // biome-ignore lint/a11y/noAutofocus: the reader has just asked to type here
            autoFocus
            onKeyDown={({ key }) => (key === "Escape" ? setRenaming(false) : undefined)}
          />
          <button type="submit" className="primary">
            {t("sheetPage.areas.save")}
          </button>
        </form>
      ) : (
        <>
          <button type="button" className="row" onClick={() => reopenArea(area.area)}>
            <span>{area.name}</span>
            <AreaNote area={area} />
          </button>
          <AreaTools area={area} onRename={() => setRenaming(true)} />
        </>
      )}
    </li>
  );
}

// what the area is: a zone by its own name, a drawn one by its corners
function AreaNote({ area: { area, name } }: { readonly area: NamedArea }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const zone = useApp((state) => ("zone" in area ? selectZone(state, area.zone) : null));
  if ("zone" in area) {
    const own = zone ? nameIn(language, zone.properties) : area.zone;
    return <span className="row-note">{own === name ? t("sheetPage.areas.zone") : own}</span>;
  }
  return <span className="row-note">{t("sheetPage.areas.corners", { count: cornerCount(area) })}</span>;
}

function AreaTools({ area, onRename }: { readonly area: NamedArea; readonly onRename: () => void }) {
  const { t } = useTranslation();
  const isCompared = useApp((state) => selectIsCompared(state, area.area));
  const hasRoom = useApp(selectHasRoom);
  const compare = () => {
    addToComparison({ name: area.name, area: area.area });
    openComparison();
  };
  const tool = (
    icon: Parameters<typeof Icon>[0]["name"],
    label: string,
    act: () => void,
    disabled = false,
  ) => (
    <button type="button" title={label} disabled={disabled} onClick={act}>
      <Icon name={icon} />
      <span className="unseen">
        {label} {area.name}
      </span>
    </button>
  );
  return (
    <span className="area-tools">
      {tool("compare", t("sheetPage.areas.compare"), compare, isCompared || !hasRoom)}
      {tool("pen", t("sheetPage.areas.rename"), onRename)}
      {tool("trash", t("sheetPage.areas.remove"), () => deleteArea(area.id))}
    </span>
  );
}

function Deleted() {
  const { t } = useTranslation();
  const deleted = useApp((state) => state.deletedArea);
  if (deleted === null) return null;
  return (
    <p className="deleted" role="status">
      {t("sheetPage.areas.removed", { name: deleted.area.name })}
      <button type="button" onClick={undoDelete}>
        <Icon name="undo" />
        {t("sheetPage.areas.undo")}
      </button>
    </p>
  );
}

function FileTools({ areas }: { readonly areas: readonly NamedArea[] }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const take = async (file: File | undefined) => {
    if (file) setImported(await importAreas(file, t));
  };
  return (
    <>
      <p className="actions">
        {areas.length === 0 ? null : (
          <button type="button" onClick={() => void exportAreas(areas, t)}>
            {t("sheetPage.areas.export")}
          </button>
        )}
        <button type="button" onClick={() => input.current?.click()}>
          <Icon name="import" />
          {t("sheetPage.areas.import")}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".geojson,.json"
          aria-label={t("sheetPage.areas.import")}
          onChange={({ target }) => {
            void take(target.files?.[0]);
            // the same file may be chosen again after it was mended
            target.value = "";
          }}
        />
      </p>
      {imported === null ? null : (
        <p className={imported.isRefused ? "refused" : "hint"} role={imported.isRefused ? "alert" : "status"}>
          {imported.text}
        </p>
      )}
      <p className="hint">{t("sheetPage.areas.hint")}</p>
    </>
  );
}
