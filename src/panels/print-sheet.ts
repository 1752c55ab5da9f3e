import { dropMapPicture, wishMapPicture } from "../state/map-picture.ts";
import { useApp } from "../state/store.ts";

/** A page whose map cannot draw is printed without it after so long. */
const PICTURE_WAIT_MS = 4_000;

/** Unfolds on paper what is folded on the screen, lists of many zones left out, whichever way printing is begun; returns how to stop. */
export function followPrint(): () => void {
  let folded: HTMLDetailsElement[] = [];
  const unfold = () => {
    folded = [
      ...document.querySelectorAll<HTMLDetailsElement>("#panel .panel-body details:not([open], .many)"),
    ];
    for (const each of folded) each.open = true;
  };
  const fold = () => {
    for (const each of folded) each.open = false;
    dropMapPicture();
  };
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
  return () => {
    removeEventListener("beforeprint", unfold);
    removeEventListener("afterprint", fold);
  };
}

/** Prints the sheet, with a picture of the map where one is wanted and can be had. */
export async function printSheet({ withMap }: { readonly withMap: boolean }): Promise<void> {
  if (withMap) await pictureOfMap();
  window.print();
}

async function pictureOfMap(): Promise<void> {
  const picture = new Promise<void>((resolve) => {
    const stop = useApp.subscribe(({ mapPicture }) => {
      if (mapPicture.dataUrl === null) return;
      stop();
      resolve();
    });
    setTimeout(() => {
      stop();
      resolve();
    }, PICTURE_WAIT_MS);
  });
  wishMapPicture();
  await picture;
  // the page shows the picture with its next frame
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
