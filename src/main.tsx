import "./look/base.css";
import "./look/map.css";
import "./look/rail.css";
import "./look/panel.css";
import "./look/lists.css";
import "./look/cards.css";
import "./look/sheet.css";
import "./look/legend.css";
import "./look/import.css";
import "./look/projects.css";
import "./look/find.css";
import "./look/phone.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startLocale } from "./locale/i18n.ts";
import { LoadBoundary } from "./panels/load-boundary.tsx";
import { setSystemDark } from "./state/appearance.ts";
import { followAreaHistory } from "./state/area-history.ts";
import { followBuildingOverlay } from "./state/building-overlay.ts";
import { followBuildings } from "./state/buildings.ts";
import { followEscape } from "./state/close-topmost.ts";
import { followReach } from "./state/colouring.ts";
import { followDetails } from "./state/details.ts";
import { followAddress } from "./state/follow-address.ts";
import { followTheme } from "./state/follow-theme.ts";
import { followOffered } from "./state/offered-colourings.ts";
import { followProjects } from "./state/projects.ts";
import { recallRecentHits } from "./state/search.ts";
import { followSelection, readSelected } from "./state/selection.ts";
import { followReport, setOnline, startSession } from "./state/session.ts";
import { followQuestion } from "./state/sheet.ts";
import { openShortLink } from "./state/short-link.ts";
import { useApp } from "./state/store.ts";
import { untilLoaded } from "./state/until-loaded.ts";
import { followWalk } from "./state/walk.ts";

async function main(): Promise<void> {
  await openShortLink();
  followAddress();
  await startLocale();
  followTheme(matchMedia("(prefers-color-scheme: dark)"), setSystemDark);
  addEventListener("online", () => setOnline(true));
  addEventListener("offline", () => setOnline(false));
  recallRecentHits();
  followSelection();
  followDetails();
  followQuestion();
  followAreaHistory();
  followReach();
  followBuildings();
  followBuildingOverlay();
  followOffered();
  followProjects();
  followWalk();
  followReport();
  followEscape();
  createRoot(document.querySelector("#root")!).render(
    <StrictMode>
      <LoadBoundary shown="">
        <App />
      </LoadBoundary>
    </StrictMode>,
  );
  const stop = useApp.subscribe(({ mapDrawn, mapless, colouring }) => {
    if (!mapDrawn && !(mapless && colouring === "minutes")) return;
    stop();
    void untilLoaded(() => import("./panels/first-clicks.ts")).then(({ readFirstClicks }) =>
      readFirstClicks(),
    );
    void untilLoaded(() => import("./state/follow-minutes-cells.ts")).then(({ followMinutesCells }) =>
      followMinutesCells(),
    );
  });
  await startSession();
  await readSelected();
}

void main();
