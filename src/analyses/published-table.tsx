import { useTranslation } from "react-i18next";
import type { PublishedValue } from "../../server/contract/published-value.ts";
import type { NumberText } from "../locale/number-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { type CopiedColumn, type DataColumn, DataTable } from "./data-table.tsx";

/** Our own figure of an officially published quantity. */
export interface OwnFigure {
  readonly value: number | null;
  readonly text: string;
}

/**
 * Official figures as printed, with date, basis and source; where the area is the whole district ours beside them, by
 * quantity, and why the two differ.
 */
export function PublishedTable({
  published,
  isDistrict,
  ours,
  reasons,
}: {
  readonly published: readonly PublishedValue[];
  readonly isDistrict: boolean;
  readonly ours: Readonly<Record<string, OwnFigure>>;
  readonly reasons: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (published.length === 0) return null;
  const nameOf = ({ quantity }: PublishedValue) => t(`quantity.${quantity}`, { defaultValue: quantity });
  const printed: DataColumn<PublishedValue>[] = [
    {
      id: "quantity",
      label: t("field.published"),
      value: nameOf,
      cell: (value) => (
        <>
          {nameOf(value)}
          <Provenance value={value} reason={isDistrict ? reasons[value.quantity] : undefined} />
        </>
      ),
    },
    {
      id: "value",
      label: t("sheet.value"),
      value: ({ value }) => value,
      cell: (value) => publishedText(value, numbers),
    },
  ];
  const own: DataColumn<PublishedValue> = {
    id: "ours",
    label: t("sheet.ours"),
    value: ({ quantity }) => ours[quantity]?.value ?? null,
    cell: ({ quantity }) => ours[quantity]?.text ?? "–",
  };
  const copied: CopiedColumn<PublishedValue>[] = [
    { id: "unit", label: t("sheetPage.table.unit"), value: ({ unit }) => unit },
    {
      id: "asOf",
      label: t("sheetPage.table.asOf"),
      value: ({ asOf }) => (asOf === "unknown" ? null : asOf),
    },
    {
      id: "basis",
      label: t("sheetPage.table.basis"),
      value: ({ jurisdiction, basis, source }) => `${jurisdiction} · ${basis} · ${source}`,
    },
  ];
  return (
    <div className="published">
      <DataTable
        field="published"
        caption={t("sheet.official")}
        className="published-values"
        columns={isDistrict ? [...printed, own] : printed}
        copied={copied}
        rows={published}
        keyOf={({ id }) => String(id)}
      />
      <p className="hint">
        {t("sheet.officialHint")} {isDistrict ? null : t("sheet.officialScope")}
      </p>
    </div>
  );
}

// basis and source are quoted as they are printed, in Chinese
function Provenance({
  value,
  reason,
}: {
  readonly value: PublishedValue;
  readonly reason: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <small>
      {t(`sheetPage.jurisdiction.${value.jurisdiction}`)} ·{" "}
      {value.asOf === "unknown" ? t("app.asOfUnknown") : value.asOf} · <span lang="zh-CN">{value.basis}</span>
      <br />
      <span lang="zh-CN">{value.source}</span>
      {reason === undefined ? null : (
        <>
          <br />
          {reason}
        </>
      )}
    </small>
  );
}

/** A published value in its unit, as the page writes that unit. */
export function publishedText({ value, unit }: PublishedValue, numbers: NumberText): string {
  switch (unit) {
    case "km2":
      return `${numbers.number(value, 2)} km²`;
    case "m2":
      return numbers.floorArea(value);
    case "persons/km2":
      return numbers.perSqkm(value);
    case "1":
      return numbers.number(value, 2);
    default:
      return numbers.count(value);
  }
}
