import { COLOURING_NAMES, COLOURINGS, type ColouringName } from "../cartography/colourings/registry.ts";
import { type Catalogue, INITIAL_STATE } from "./app-state.ts";
import { selectCatalogue } from "./session.ts";
import { useApp } from "./store.ts";

/** The colourings on offer: those by an attribute that the tiles of the buildings do not carry here are left out. */
export function offeredColourings(catalogue: Pick<Catalogue, "layers"> | null): readonly ColouringName[] {
  const carried = catalogue?.layers.find(({ name }) => name === "building")?.attributes;
  return COLOURING_NAMES.filter((name) => {
    const { attribute } = COLOURINGS[name];
    return attribute === null || carried === undefined || carried.includes(attribute);
  });
}

/** Puts a colouring that is not on offer, as a link may ask for one, back to the first; returns how to stop. */
export function followOffered(): () => void {
  return useApp.subscribe((state) => {
    const catalogue = selectCatalogue(state);
    if (catalogue === null || offeredColourings(catalogue).includes(state.colouring)) return;
    useApp.setState({ colouring: INITIAL_STATE.colouring, litClass: null });
  });
}
