// what a first click opens, nearest first
const FIRST_CLICKS: readonly (() => Promise<unknown>)[] = [
  () => import("./feature-card.tsx"),
  () => import("./analyse-panel.tsx"),
  () => import("./area-tools.tsx"),
  () => import("./projects-panel.tsx"),
  () => import("./project-batches.tsx"),
  () => import("./place-card.tsx"),
  () => import("./line-profile.tsx"),
  () => import("./share-tools.tsx"),
  () => import("./plan-page.tsx"),
  () => import("./plot-page.tsx"),
  () => import("./project-page.tsx"),
  () => import("./project-money.tsx"),
  () => import("./project-dispatch.tsx"),
  () => import("./operation-view.tsx"),
  () => import("./report-panel.tsx"),
  () => import("../geometry/typed-place.ts"),
];

/** Reads what a first click opens, one after the other, while the map is looked at: a lost connection then leaves the page of use. */
export async function readFirstClicks(): Promise<void> {
  for (const load of FIRST_CLICKS) {
    await new Promise<void>((idle) => {
      // not every browser tells when it has nothing to do
      if (typeof requestIdleCallback === "function") requestIdleCallback(() => idle(), { timeout: 2_000 });
      else setTimeout(idle, 50);
    });
    // what fails here is read again, and told, when it is opened
    await load().catch(() => undefined);
  }
}
