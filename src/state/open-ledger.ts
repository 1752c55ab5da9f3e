import type { Ledger } from "./app-state.ts";
import { useApp } from "./store.ts";

/** Opens a ledger in place of the projects. */
export const openLedger = (ledger: Ledger) =>
  useApp.setState({
    ledger,
    mode: "projects",
    selection: null,
    comparing: false,
    figuresOpen: false,
    programmeView: null,
    findingView: null,
  });
export const closeLedger = () => useApp.setState({ ledger: null, ledgerRefusal: null });
