import type { ReactNode } from "react";
import type { PageFigure, ProgrammePage } from "../../server/contract/programme-page.ts";
import { useReader } from "../locale/use-reader.ts";

interface CardProps {
  readonly page: ProgrammePage;
  readonly part: PageFigure["part"];
  /** The day it is as of, where that is not the day of the page. */
  readonly asOf?: string;
  readonly children: ReactNode;
}

/** A part of the page with its title, and at its foot where its figures come from and as of when. */
export function PageCard({ page, part, asOf = page.today, children }: CardProps) {
  const { t } = useReader();
  return (
    <section className="page-card" data-part={part} aria-labelledby={`page-${part}`}>
      <h3 id={`page-${part}`}>{t(`programmePage.part.${part}`)}</h3>
      {children}
      <p className="source">
        {t("programmePage.cardSource", { source: t(`programmePage.source.${part}`), date: asOf })}
      </p>
    </section>
  );
}
