import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TableKind } from "../formats/table-file.ts";

interface TableDownloadsProps {
  readonly label: ReactNode;
  readonly onTake: (kind: TableKind) => Promise<void>;
  readonly kinds?: readonly TableKind[];
}

/** A table to take away, a button for each kind of file. */
export function TableDownloads({ label, onTake, kinds = ["csv", "xlsx"] }: TableDownloadsProps) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx") };
  return (
    <p className="downloads">
      {label}
      {kinds.map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void onTake(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
