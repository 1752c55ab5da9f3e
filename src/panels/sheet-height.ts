import { type RefObject, useEffect, useState } from "react";
import { useApp } from "../state/store.ts";
import type { Height } from "./panel-handle.tsx";

/** How high the sheet of a narrow screen stands, and how to set it: it makes room for what is to be seen on the map. */
export function useSheetHeight(screen: string, body: RefObject<HTMLElement | null>) {
  const [height, setHeight] = useState<Height>("half");
  const isOnMap = useApp((state) => state.tool !== "none");
  const goTo = useApp((state) => state.goTo);
  // what is drawn, picked or shown on the map needs a map to be seen
  useEffect(() => {
    if (isOnMap || goTo) setHeight((before) => (before === "full" ? "half" : before));
  }, [isOnMap, goTo]);
  // and what is opened is not left below the edge
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newly opened screen rises
  useEffect(() => setHeight((before) => (before === "low" ? "half" : before)), [screen]);
  // nor is what was pressed, where the sheet is lowered
  useEffect(() => {
    if (body.current === null) return;
    let before = body.current.getBoundingClientRect();
    const watch = new ResizeObserver(([entry]) => {
      const after = entry!.target.getBoundingClientRect();
      const isLowered = after.width === before.width && after.height < before.height;
      before = after;
      const { activeElement } = document;
      if (isLowered && entry!.target.contains(activeElement))
        activeElement!.scrollIntoView({ block: "nearest" });
    });
    watch.observe(body.current);
    return () => watch.disconnect();
  }, [body]);
  return [height, setHeight] as const;
}
