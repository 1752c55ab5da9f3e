import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FACILITY_COLOURS } from "../cartography/facility-colour.ts";
import { PALETTES, type Palette } from "../cartography/palette.ts";
import type { LayerGroup } from "../state/app-state.ts";
import { isGroupShown, selectIsDark, toggleGroup } from "../state/appearance.ts";
import { selectCatalogue } from "../state/session.ts";
import { selectOfferedGroups } from "../state/shown-groups.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";

const WIDE = "(min-width: 1200px)";

/** Which layers are drawn and how to read them: one list for both. */
export function Legend() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(() => matchMedia(WIDE).matches);
  const groups = useApp((state) => selectOfferedGroups(state).join(" ")).split(" ") as LayerGroup[];
  return (
    <section className="legend" data-open={open} aria-label={t("legend.title")}>
      <button
        type="button"
        className="legend-head"
        aria-label={t("legend.title")}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="layers" />
        <span>{t("legend.title")}</span>
        <Icon name="chevron" />
      </button>
      {open ? (
        <ul>
          {groups.map((group) => (
            <LegendGroup key={group} group={group} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function LegendGroup({ group }: { readonly group: LayerGroup }) {
  const { t } = useTranslation();
  const isShown = useApp((state) => isGroupShown(state, group));
  return (
    <li>
      <label className="legend-switch">
        <input type="checkbox" checked={isShown} onChange={() => toggleGroup(group)} />
        <span>{t(`group.${group}`)}</span>
      </label>
      {isShown ? <Keys group={group} /> : null}
    </li>
  );
}

type Key = { readonly colour: keyof Palette; readonly shape: string; readonly label: string };

const KEYS: Partial<Record<LayerGroup, readonly Key[]>> = {
  buildings: [
    { colour: "buildingLow", shape: "face", label: "1–6" },
    { colour: "buildingMid", shape: "face", label: "7–17" },
    { colour: "buildingHigh", shape: "face", label: "18–32" },
    { colour: "buildingTallest", shape: "face", label: "33+" },
    { colour: "buildingUnknown", shape: "face", label: "legend.unknown" },
  ],
  walking: [
    { colour: "stairs", shape: "stairs", label: "legend.stairs" },
    { colour: "lift", shape: "line", label: "legend.escalator" },
    { colour: "lift", shape: "dot", label: "legend.lift" },
  ],
  structure: [
    { colour: "core", shape: "dash", label: "zoneKind.core" },
    { colour: "wing", shape: "dash", label: "zoneKind.wing" },
    { colour: "belt", shape: "dash", label: "zoneKind.belt" },
    { colour: "area", shape: "dash", label: "zoneKind.area" },
  ],
  "renewal-districts": [{ colour: "renewalDistrict", shape: "dash", label: "legend.schematic" }],
  walkways: [{ colour: "walkway", shape: "line", label: "group.walkways" }],
  riverfront: [{ colour: "riverfront", shape: "line", label: "layer.riverfront-segment" }],
  projects: [{ colour: "project", shape: "dot", label: "layer.project" }],
};

function Keys({ group }: { readonly group: LayerGroup }) {
  const { t } = useTranslation();
  const isDark = useApp(selectIsDark);
  const palette = PALETTES[isDark ? "dark" : "light"];
  if (group === "facilities") return <FacilityKeys isDark={isDark} />;
  const keys = KEYS[group];
  if (!keys || keys.length < 2) return null;
  return (
    <p className="keys">
      {group === "buildings" ? <span className="keys-title">{t("legend.floors")}</span> : null}
      {keys.map(({ colour, shape, label }) => (
        <span key={label} className="key">
          <i className={`key-${shape}`} style={{ color: palette[colour] }} />
          {label.includes(".") ? t(label) : label}
        </span>
      ))}
    </p>
  );
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
