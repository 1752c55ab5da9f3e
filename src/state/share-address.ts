import type { Failure } from "../backend.ts";
import { failureOf, saveShortLink } from "../backend.ts";

/** Beyond so many characters an address is cut off by some of what it is sent through. */
const LONG_FROM = 1_800;

/** An address to send on: as it is, shortened by the service, or left long because that could not be. */
export type SharedAddress =
  | { readonly kind: "whole" | "short"; readonly address: string }
  | { readonly kind: "long"; readonly address: string; readonly failure: Failure };

/** The address of what is shown, shortened where it is long. */
export async function shareAddress(): Promise<SharedAddress> {
  const address = location.href;
  const fragment = location.hash.slice(1);
  if (fragment.length <= LONG_FROM) return { kind: "whole", address };
  try {
    const { id } = await saveShortLink(fragment);
    return { kind: "short", address: `${address.slice(0, address.indexOf("#"))}#s=${id}` };
  } catch (error) {
    return { kind: "long", address, failure: failureOf(error) };
  }
}
