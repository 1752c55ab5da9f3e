import { useApp } from "./store.ts";

/** Asks the map for a picture of itself; it comes with its next frame. */
export function wishMapPicture(): void {
  useApp.setState(({ mapPicture }) => ({ mapPicture: { wishes: mapPicture.wishes + 1, dataUrl: null } }));
}

export function setMapPicture(dataUrl: string): void {
  useApp.setState(({ mapPicture }) => ({ mapPicture: { ...mapPicture, dataUrl } }));
}

/** A picture of an older view must not stand on the next print. */
export function dropMapPicture(): void {
  useApp.setState(({ mapPicture }) => ({ mapPicture: { ...mapPicture, dataUrl: null } }));
}
