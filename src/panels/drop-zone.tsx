import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { takeFiles } from "./take-file.ts";

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Lets a file be dropped anywhere on the page, and says so while one is held over it. */
export function DropZone() {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  useEffect(() => followDrops(setOver), []);
  if (!isOver) return null;
  return (
    <div className="drop-zone" role="status">
      <p>{t("file.dropHere")}</p>
    </div>
  );
}

function followDrops(setOver: (isOver: boolean) => void): () => void {
  const stop = new AbortController();
  const on = (type: "dragover" | "dragleave" | "drop", listen: (event: DragEvent) => void) =>
    addEventListener(type, listen, { signal: stop.signal });
  on("dragover", (event) => {
    if (!holdsFiles(event)) return;
    // without this the browser would leave the page and open the file itself
    event.preventDefault();
    setOver(true);
  });
  on("dragleave", (event) => {
    if (event.relatedTarget === null) setOver(false);
  });
  on("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    void takeFiles([...(event.dataTransfer?.files ?? [])]);
  });
  return () => stop.abort();
}
