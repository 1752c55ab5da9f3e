import { useTranslation } from "react-i18next";
import { useApp } from "../state/store.ts";
import { FeatureCard } from "./feature-card.tsx";
import { PlaceCard } from "./place-card.tsx";
import { ProjectPage } from "./project-page.tsx";
import { ZoneList } from "./zone-list.tsx";

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
