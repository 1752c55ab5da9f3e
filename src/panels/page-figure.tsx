import type { PageFigure, ProgrammePage } from "../../server/contract/programme-page.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { followPageFigure } from "../state/programme-page.ts";

/** The figure of a page of a code, and of what it is of. */
export const figureOf = (page: ProgrammePage, code: string, of: string | null = null) =>
  page.figures.find((each) => each.code === code && each.of === of) ?? null;
export const figuresOf = (page: ProgrammePage, code: string) =>
  page.figures.filter((each) => each.code === code);

/** A figure as a reader reads it. */
export function useFigureText() {
  const { t, numbers } = useReader();
  return ({ value, unit }: Pick<PageFigure, "value" | "unit">): string => {
    if (value === null) return numbers.unknown;
    if (unit === "yuan") return t("money.yuan", { amount: numbers.count(value) });
    if (unit === "wan-yuan") return t("money.yuan", { amount: numbers.count(value * 10_000) });
    if (unit === "ratio") return t("money.leverageOf", { ratio: numbers.number(value, 2) });
    if (unit === "share") return numbers.share(value);
    return unit === "sqm" ? numbers.area(value) : numbers.number(value);
  };
}

interface FigureProps {
  readonly figure: PageFigure | null;
  /** What it is, where its code and name do not say it. */
  readonly label?: string;
  readonly tone?: "warn";
}

/** One figure of the page: a button that leads to its list, with its day and source. */
export function Figure({ figure, label, tone }: FigureProps) {
  const { t, numbers, language } = useReader();
  const textOf = useFigureText();
  if (figure === null) return null;
  const { code, of, value, unknown, asOf, part } = figure;
  const source = (language === "en" ? figure.sourceEn : figure.sourceZh) ?? t(`programmePage.source.${part}`);
  // none that is known, and some of which it is not known, are not none
  const open = value === 0 && unknown !== null && unknown > 0;
  const name = label ?? nameIn(language, { nameZh: figure.nameZh ?? "", nameEn: figure.nameEn }) ?? code;
  return (
    <button
      type="button"
      className="page-figure"
      data-code={code}
      data-of={of}
      data-value={value}
      data-tone={tone === "warn" && value !== null && value > 0 ? "warn" : undefined}
      title={t("programmePage.figureTitle", { source, date: asOf })}
      onClick={() => followPageFigure(figure)}
    >
      <b>{open ? numbers.unknown : textOf(figure)}</b>
      <span>{name}</span>
      {unknown === null ? null : (
        <small>
          {t(open ? "programmePage.unknownAll" : "programmePage.unknown", {
            count: unknown,
            number: numbers.number(unknown),
          })}
        </small>
      )}
    </button>
  );
}
