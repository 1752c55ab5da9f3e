import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { selectFirstSide } from "../state/colouring.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { lazyPart } from "./lazy-part.tsx";
import { ZoneList } from "./zone-list.tsx";

const MinutesRun = lazyPart(async () => ({ default: (await import("./minutes-run.tsx")).MinutesRun }));
const FeatureCard = lazyPart(async () => ({ default: (await import("./feature-card.tsx")).FeatureCard }));
const PlaceCard = lazyPart(async () => ({ default: (await import("./place-card.tsx")).PlaceCard }));
const PlanPage = lazyPart(async () => ({ default: (await import("./plan-page.tsx")).PlanPage }));
const PlotPage = lazyPart(async () => ({ default: (await import("./plot-page.tsx")).PlotPage }));
const ProjectPage = lazyPart(async () => ({ default: (await import("./project-page.tsx")).ProjectPage }));

/** What was clicked, or the list of zones to begin with; with minutes on the map, how many walk how long. */
export function ExplorePanel() {
  const hasMinutes = useApp((state) => state.colouring === "minutes");
  const isMapDone = useApp(({ mapDrawn, mapless }) => mapDrawn || mapless);
  const isList = useApp((state) => state.selection === null);
  if (hasMinutes && isList) return <MinutesThenZones />;
  return (
    <>
      <Chosen />
      {hasMinutes && isMapDone ? <MinutesRun /> : null}
    </>
  );
}

// the zones wait for the minutes above them, which would push them down
function MinutesThenZones() {
  const { t } = useTranslation();
  const isMapDone = useApp(({ mapDrawn, mapless }) => mapDrawn || mapless);
  // where there is nothing to walk to, none come
  const hasNone = useApp((state) => selectCatalogue(state) !== null && selectFirstSide(state) === null);
  const [hasCome, setHasCome] = useState(false);
  const come = useCallback(() => setHasCome(true), []);
  return (
    <>
      {isMapDone ? <MinutesRun onCome={come} /> : <p className="hint">{t("app.loading")}</p>}
      {hasCome || hasNone ? <Chosen /> : null}
    </>
  );
}

function Chosen() {
  const { t } = useTranslation();
  const selection = useApp((state) => state.selection);
  if (selection?.layer === "place") return <PlaceCard key={selection.id} id={selection.id} />;
  if (selection?.layer === "project") return <ProjectPage key={selection.id} />;
  if (selection?.layer === "plan-document") return <PlanPage key={selection.id} id={selection.id} />;
  if (selection?.layer === "acquisition-plot") return <PlotPage key={selection.id} id={selection.id} />;
  if (selection !== null) return <FeatureCard key={`${selection.layer}/${selection.id}`} />;
  return (
    <>
      <p className="hint">{t("explore.hint")}</p>
      <ZoneList />
    </>
  );
}
