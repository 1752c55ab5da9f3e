import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../state/store.ts";
import { ZoneList } from "./zone-list.tsx";

const FeatureCard = lazy(async () => ({ default: (await import("./feature-card.tsx")).FeatureCard }));
const PlaceCard = lazy(async () => ({ default: (await import("./place-card.tsx")).PlaceCard }));
const ProjectPage = lazy(async () => ({ default: (await import("./project-page.tsx")).ProjectPage }));

/** What was clicked, or the list of zones to begin with. */
export function ExplorePanel() {
  const { t } = useTranslation();
  const selection = useApp((state) => state.selection);
  if (selection?.layer === "place") return <PlaceCard key={selection.id} id={selection.id} />;
  if (selection?.layer === "project") return <ProjectPage key={selection.id} />;
  if (selection !== null) return <FeatureCard key={`${selection.layer}/${selection.id}`} />;
  return (
    <>
      <p className="hint">{t("explore.hint")}</p>
      <ZoneList />
    </>
  );
}
