import { failureOf, readShortLink } from "../backend.ts";
import { useApp } from "./store.ts";

/** The key of an address that stands for a longer one: `#s=id`. */
const SHORT = /^#s=([A-Za-z0-9_-]+)$/;

export const isShort = (hash: string) => SHORT.test(hash);

/** Puts the whole address in the place of a short one; where it cannot be had, the page says why and opens as it is. */
export async function openShortLink(): Promise<void> {
  const id = SHORT.exec(location.hash)?.[1];
  if (id === undefined) return;
  try {
    const { fragment } = await readShortLink(id);
    history.replaceState(null, "", `#${fragment}`);
    useApp.setState({ linkFailure: null });
  } catch (error) {
    useApp.setState({ linkFailure: failureOf(error) });
  }
}
