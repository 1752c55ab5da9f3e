import { Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import type { AppState } from "../state/app-state.ts";
import { selectPanelWidth } from "../state/projects-view.ts";
import { chooseDistrict, openReport, selectDistrict } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { ExplorePanel } from "./explore-panel.tsx";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { LoadBoundary } from "./load-boundary.tsx";
import { PanelHandle } from "./panel-handle.tsx";
import { selectScreen, usePlaceOnScreen } from "./panel-screen.ts";
import { SearchBox } from "./search-box.tsx";
import { useSheetHeight } from "./sheet-height.ts";

const AnalysePanel = lazyPart(async () => ({ default: (await import("./analyse-panel.tsx")).AnalysePanel }));
const ReportPanel = lazyPart(async () => ({ default: (await import("./report-panel.tsx")).ReportPanel }));
const ProjectsPanel = lazyPart(async () => ({
  default: (await import("./projects-panel.tsx")).ProjectsPanel,
}));
const ComparisonPanel = lazyPart(async () => ({
  default: (await import("./comparison-panel.tsx")).ComparisonPanel,
}));
const MODE_PANELS = { projects: ProjectsPanel, explore: ExplorePanel, analyse: AnalysePanel } as const;

// a screen, and which question stands open on it
const selectShown = (state: AppState) => [selectScreen(state), state.openedQuestion].join("/");

/** The one panel: which district, a search box, and the panel of the mode; a sheet at the foot of a narrow screen. */
export function Panel() {
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const screen = useApp(selectScreen);
  const shown = useApp(selectShown);
  const place = usePlaceOnScreen(screen, body);
  const reportOpen = useApp((state) => state.reportOpen);
  const width = useApp(selectPanelWidth);
  const [height, setHeight] = useSheetHeight(screen, body);
  return (
    <main
      id="panel"
      className="panel"
      data-height={height}
      data-board={width === "board"}
      data-wide={width === "wide"}
      data-page={width === "page"}
      tabIndex={-1}
      aria-label={t("app.panel")}
    >
      <PanelHandle height={height} onHeight={setHeight} />
      <header className="panel-head">
        <DistrictHead />
        <SearchBox />
      </header>
      <div className="panel-body" ref={body} {...place}>
        <LoadBoundary shown={shown}>
          <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
            {reportOpen ? <ReportPanel /> : <ModePanel />}
          </Suspense>
        </LoadBoundary>
      </div>
    </main>
  );
}

function ModePanel() {
  const Own = MODE_PANELS[useApp((state) => state.mode)];
  const Chosen = useApp((state) => state.comparing) ? ComparisonPanel : Own;
  return <Chosen />;
}

function DistrictHead() {
  const { t } = useTranslation();
  const districts = useApp((state) => state.districts);
  const district = useApp(selectDistrict);
  const language = useApp((state) => state.language);
  if (district === null) return null;
  return (
    <div className="district">
      <div>
        <p className="brand">{t("app.name")}</p>
        {districts.length > 1 ? (
          <>
            <h1 className="unseen">{nameIn(language, district)}</h1>
            <select
              className="district-name"
              aria-label={t("action.district")}
              value={district.id}
              onChange={({ target }) => chooseDistrict(target.value)}
            >
              {districts.map((each) => (
                <option key={each.id} value={each.id}>
                  {nameIn(language, each)}
                </option>
              ))}
            </select>
          </>
        ) : (
          <h1 className="district-name">{nameIn(language, district)}</h1>
        )}
      </div>
      <button type="button" className="quiet" onClick={openReport}>
        <Icon name="layers" />
        <span>{t("action.showReport")}</span>
      </button>
    </div>
  );
}
