import { ADDRESSED, type Addressed, fromFragment, selectAddressed, toFragment } from "./address.ts";
import { showSelectionOnceRead } from "./selection.ts";
import { loadCatalogue } from "./session.ts";
import { isShort, openShortLink } from "./short-link.ts";
import { useApp } from "./store.ts";

// moving the map or switching a layer is no step one wants to go back over
const QUIET: readonly (keyof Addressed)[] = [
  "view",
  "bothNames",
  "switchedGroups",
  "colouring",
  "reachCategory",
  "minutes",
  "theme",
  "language",
  "projectText",
  "sketch",
];

/** Takes the state from the address, then keeps both alike, back and forward included; returns how to stop. */
export function followAddress(): () => void {
  const said = fromFragment(location.hash);
  useApp.setState(said);
  if (said.selection) showSelectionOnceRead();
  const unsubscribe = useApp.subscribe((state, before) => {
    // the pointer moves more often than an address is worth writing
    if (ADDRESSED.every((key) => state[key] === before[key])) return;
    const fragment = `#${toFragment(selectAddressed(state))}`;
    if (fragment === location.hash || fragment === decodeURI(location.hash)) return;
    if (!isTaking && isStep(selectAddressed(state), selectAddressed(before)))
      history.pushState(null, "", fragment);
    else history.replaceState(null, "", fragment);
  });
  const onMove = () => takeFromAddress();
  addEventListener("popstate", onMove);
  return () => {
    unsubscribe();
    removeEventListener("popstate", onMove);
  };
}

function isStep(now: Addressed, before: Addressed): boolean {
  // the first district is chosen by the page itself
  if (before.district === null) return false;
  return (Object.keys(now) as (keyof Addressed)[]).some(
    (key) => !QUIET.includes(key) && now[key] !== before[key],
  );
}

// what is taken from an entry of the history completes that entry: a new one would cut off the way forward
let isTaking = false;

function takeFromAddress(): void {
  if (isShort(location.hash)) {
    void openShortLink().then(takeFragment);
    return;
  }
  takeFragment();
}

function takeFragment(): void {
  const { district, districts, view, selection, sketch } = useApp.getState();
  const said = fromFragment(location.hash);
  // an equal selection stays the same object, so that its facts are not read again
  const isSame = said.selection?.layer === selection?.layer && said.selection?.id === selection?.id;
  if (said.selection && !isSame) showSelectionOnceRead();
  const known = districts.some(({ id }) => id === said.district) ? said.district : district;
  const kept = isSame ? { selection } : {};
  isTaking = true;
  useApp.setState({
    ...said,
    ...kept,
    district: known,
    view: said.view ?? view,
    // no step back takes away what is being drawn
    sketch: said.sketch ?? sketch,
    tool: "none",
    stroke: null,
  });
  isTaking = false;
  if (known !== district) void loadCatalogue();
}
