import { type Addressed, fromFragment, selectAddressed, toFragment } from "./address.ts";
import { loadCatalogue } from "./session.ts";
import { useApp } from "./store.ts";

// moving the map or switching a layer is no step one wants to go back over
const QUIET: readonly (keyof Addressed)[] = [
  "view",
  "bothNames",
  "switchedGroups",
  "colouring",
  "reachCategory",
  "theme",
  "language",
  "projectText",
];

/** Takes the state from the address, then keeps both alike, back and forward included; returns how to stop. */
export function followAddress(): () => void {
  useApp.setState(fromFragment(location.hash));
  const unsubscribe = useApp.subscribe((state, before) => {
    const fragment = `#${toFragment(selectAddressed(state))}`;
    if (fragment === location.hash || fragment === decodeURI(location.hash)) return;
    if (isStep(selectAddressed(state), selectAddressed(before))) history.pushState(null, "", fragment);
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

function takeFromAddress(): void {
  const { district, districts, view } = useApp.getState();
  const said = fromFragment(location.hash);
  const known = districts.some(({ id }) => id === said.district) ? said.district : district;
  useApp.setState({ ...said, district: known, view: said.view ?? view, tool: "none", sketch: null });
  if (known !== district) void loadCatalogue();
}
