import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { DropZone } from "./panels/drop-zone.tsx";
import { FailureNote } from "./panels/failure-note.tsx";
import { lazyPart } from "./panels/lazy-part.tsx";
import { Legend } from "./panels/legend.tsx";
import { MapNotes } from "./panels/map-notes.tsx";
import { Panel } from "./panels/panel.tsx";
import { Rail } from "./panels/rail.tsx";
import { setMapless } from "./state/appearance.ts";
import { selectIsParted } from "./state/minutes-sight.ts";
import { loadCatalogue, startSession } from "./state/session.ts";
import { useApp } from "./state/store.ts";

const EmptyState = lazyPart(async () => ({ default: (await import("./panels/empty-state.tsx")).EmptyState }));
const SwipeHandle = lazyPart(async () => ({
  default: (await import("./panels/swipe-handle.tsx")).SwipeHandle,
}));
const MapView = lazyPart(async () => ({ default: (await import("./map/map-view.tsx")).MapView }));

/** The page: a map with one rail, one panel and one legend over it; or why there is none yet. */
export function App() {
  const { t } = useTranslation();
  const start = useApp((state) => state.start);
  const district = useApp((state) => state.district);
  const online = useApp((state) => state.online);
  const drawable = !useApp((state) => state.mapless);
  if (start.status === "failed") {
    return (
      <main className="lone">
        <FailureNote failure={start.failure} onRetry={startSession} />
      </main>
    );
  }
  if (start.status !== "done") return <main className="lone">{t("app.loading")}</main>;
  if (district === null) {
    return (
      <Suspense fallback={<main className="lone">{t("app.loading")}</main>}>
        <EmptyState />
      </Suspense>
    );
  }
  return (
    <>
      <button type="button" className="skip" onClick={() => focusOn("#panel")}>
        {t("app.skip")}
      </button>
      {drawable ? (
        <button type="button" className="skip" onClick={() => focusOn(".map canvas")}>
          {t("app.skipToMap")}
        </button>
      ) : null}
      {online ? null : (
        <p className="offline" role="status">
          {t("app.offline")}
        </p>
      )}
      <LinkNote />
      {/* before the map, whose buttons would else be what a keyboard comes to first */}
      <Rail />
      <Panel />
      <MapStage drawable={drawable} onUnavailable={setMapless} />
      <Swipe />
      {drawable ? <Legend /> : null}
      <MapNotes />
      <DropZone />
    </>
  );
}

function Swipe() {
  const isParted = useApp((state) => state.mapDrawn && selectIsParted(state));
  return isParted ? (
    <Suspense>
      <SwipeHandle />
    </Suspense>
  ) : null;
}

// why the page a short link stands for is not shown
function LinkNote() {
  const { t } = useTranslation();
  const failure = useApp((state) => state.linkFailure);
  return failure ? (
    <p className="offline" role="alert">
      {t("app.linkUnknown")}
    </p>
  ) : null;
}

// no link: the fragment of the address holds the state of the page
function focusOn(part: string): void {
  document.querySelector<HTMLElement>(part)?.focus();
}

interface StageProps {
  /** Whether the browser can draw a map at all. */
  readonly drawable: boolean;
  readonly onUnavailable: () => void;
}

function MapStage({ drawable, onUnavailable }: StageProps) {
  const { t } = useTranslation();
  const catalogue = useApp((state) => state.catalogue);
  if (catalogue.status === "failed") {
    return (
      <section className="map map-instead" aria-label={t("app.map")}>
        <FailureNote failure={catalogue.failure} onRetry={loadCatalogue} />
      </section>
    );
  }
  const instead = (text: string) => (
    <section className="map map-instead" aria-label={t("app.map")}>
      {text}
    </section>
  );
  if (!drawable) return instead(t("app.webgl"));
  return (
    <Suspense fallback={instead(t("app.loading"))}>
      <MapView onUnavailable={onUnavailable} />
    </Suspense>
  );
}
