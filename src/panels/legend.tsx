import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FACILITY_COLOURS } from "../cartography/facility-colour.ts";
import { PALETTES, type Palette } from "../cartography/palette.ts";
import { selectIsAnswerColoured } from "../state/answer-colours.ts";
import { isGroupShown, selectIsDark, setBothNames, toggleGroup } from "../state/appearance.ts";
import type { LayerGroup } from "../state/appearance-state.ts";
import { selectProjectDots } from "../state/project-dots.ts";
import { selectCatalogue } from "../state/session.ts";
import { selectOfferedGroups } from "../state/shown-groups.ts";
import { useApp } from "../state/store.ts";
import { BuildingLegend } from "./building-legend.tsx";
import { Icon } from "./icon.tsx";

const WIDE = "(min-width: 1000px)";

/** What the colours of the buildings tell, always in sight where there is room, and which layers are drawn. */
export function Legend() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [wide] = useState(() => matchMedia(WIDE).matches);
  const groups = useApp((state) => selectOfferedGroups(state).join(" ")).split(" ") as LayerGroup[];
  const hasBuildings = useApp((state) => isGroupShown(state, "buildings")) && groups.includes("buildings");
  const hasDotKey = useApp((state) => selectProjectDots(state) !== null) && wide && !open;
  // a second key over the one of the answer would be read as its own
  const isAnswerColoured = useApp(selectIsAnswerColoured);
  const isKeyShown = hasBuildings && ((wide && !isAnswerColoured) || open);
  // until it is known what there is to tell: what stood there before would move as it grows
  const isKnown = useApp((state) => selectCatalogue(state) !== null);
  if (!isKnown) return null;
  return (
    <section className="legend" data-open={open || isKeyShown || hasDotKey} aria-label={t("legend.title")}>
      <button
        type="button"
        className="legend-head"
        data-turned={open}
        aria-label={t("legend.title")}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="layers" />
        <span>{t("legend.title")}</span>
        <Icon name="chevron" />
      </button>
      {open ? (
        <ul className="legend-groups">
          {groups.map((group) => (
            <LegendGroup key={group} group={group} />
          ))}
          <li>
            <NamesSwitch />
          </li>
        </ul>
      ) : null}
      {isKeyShown ? <BuildingLegend /> : null}
      {hasDotKey ? <Keys group="projects" /> : null}
    </section>
  );
}

function NamesSwitch() {
  const { t } = useTranslation();
  const isShown = useApp((state) => state.bothNames);
  const isEnglish = useApp(({ language }) => language === "en");
  return (
    <>
      <label className="legend-switch">
        <input type="checkbox" checked={isShown} onChange={() => setBothNames(!isShown)} />
        <span>{t("legend.bothNames")}</span>
      </label>
      {isShown || isEnglish ? <p className="hint">{t("legend.noEnglish")}</p> : null}
    </>
  );
}

function LegendGroup({ group }: { readonly group: LayerGroup }) {
  const { t } = useTranslation();
  // the list draws its own dots, whatever is chosen here
  const isOfList = useApp(selectProjectDots) === "list" && group === "projects";
  const isShown = useApp((state) => isGroupShown(state, group)) || isOfList;
  return (
    <li>
      <label className="legend-switch">
        <input type="checkbox" checked={isShown} disabled={isOfList} onChange={() => toggleGroup(group)} />
        <span>{t(`group.${group}`)}</span>
      </label>
      {isShown ? <Keys group={group} /> : null}
    </li>
  );
}

type Key = { readonly colour: keyof Palette; readonly shape: string; readonly label: string };

const KEYS: Partial<Record<LayerGroup, readonly Key[]>> = {
  projects: [{ colour: "project", shape: "dot", label: "group.projects" }],
  walking: [
    { colour: "stairs", shape: "stairs", label: "legend.stairs" },
    { colour: "lift", shape: "line", label: "legend.escalator" },
    { colour: "lift", shape: "sign", label: "legend.lift" },
    { colour: "lift", shape: "dash", label: "legend.cableway" },
  ],
  structure: [
    { colour: "core", shape: "veil", label: "zoneKind.core" },
    { colour: "wing", shape: "veil", label: "zoneKind.wing" },
    { colour: "belt", shape: "hatch", label: "zoneKind.belt" },
    { colour: "area", shape: "veil", label: "zoneKind.area" },
  ],
  "land-use": [
    { colour: "residentialLand", shape: "face", label: "landUse.residential" },
    { colour: "commercialLand", shape: "face", label: "landUse.commercial" },
    { colour: "publicLand", shape: "face", label: "landUse.public" },
    { colour: "industrialLand", shape: "face", label: "landUse.industrial" },
    { colour: "otherLand", shape: "face", label: "landUse.other" },
  ],
};

function Keys({ group }: { readonly group: LayerGroup }) {
  const { t } = useTranslation();
  const isDark = useApp(selectIsDark);
  const palette = PALETTES[isDark ? "dark" : "light"];
  if (group === "facilities") return <FacilityKeys isDark={isDark} />;
  return KEYS[group] ? (
    <p className="keys">
      {KEYS[group].map(({ colour, shape, label }) => (
        <span key={label} className="key">
          <i className={`key-${shape}`} style={{ color: palette[colour] }} />
          {t(label)}
        </span>
      ))}
    </p>
  ) : null;
}

function FacilityKeys({ isDark }: { readonly isDark: boolean }) {
  const { t } = useTranslation();
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const present = new Set(categories.filter(({ facilities }) => facilities > 0).map(({ group }) => group));
  const colours = Object.entries(FACILITY_COLOURS[isDark ? "dark" : "light"]).filter(([group]) =>
    present.has(group),
  );
  return (
    <p className="keys">
      {colours.map(([group, colour]) => (
        <span key={group} className="key">
          <i className="key-dot" style={{ color: colour }} />
          {t(`facilityGroup.${group}`)}
        </span>
      ))}
    </p>
  );
}
