import type { ProgrammePage } from "../../server/contract/programme-page.ts";
import { useReader } from "../locale/use-reader.ts";
import { Bar } from "./page-bars.tsx";
import { PageCard } from "./page-card.tsx";
import { Figure, figureOf, figuresOf } from "./page-figure.tsx";

/** Findings of the health check by how far they have come. */
export function PageFindings({ page }: { readonly page: ProgrammePage }) {
  const { t } = useReader();
  const states = figuresOf(page, "state");
  const all = figureOf(page, "findings");
  const most = Math.max(1, ...states.map(({ value }) => value ?? 0));
  return (
    <PageCard page={page} part="findings">
      <div className="page-row">
        <Figure figure={all} label={t("programmePage.findings")} />
        <Figure figure={figureOf(page, "major-left")} tone="warn" label={t("programmePage.majorLeft")} />
      </div>
      {all?.value === 0 ? (
        <p className="hint">{t("programmePage.noFindings")}</p>
      ) : (
        <ol className="page-bars">
          {states.map((state) => (
            <li key={state.of}>
              <Bar
                figure={state}
                name={t(`programmePage.findingState.${state.of}`)}
                share={(state.value ?? 0) / most}
              />
            </li>
          ))}
        </ol>
      )}
    </PageCard>
  );
}

/** Estates that are to be surveyed, by the years they were built in. */
export function PageEstates({ page }: { readonly page: ProgrammePage }) {
  const { t } = useReader();
  const [of] = figuresOf(page, "built").map((each) => each.of);
  return (
    <PageCard page={page} part="estates">
      <div className="page-row">
        {(["built", "to-survey", "no-lift-no-project"] as const).map((code) => (
          <Figure
            key={code}
            figure={figureOf(page, code, of ?? null)}
            label={t(`programmePage.estates.${code}`, { years: of })}
          />
        ))}
      </div>
    </PageCard>
  );
}

/** What is idle, and what is run where works are done. */
export function PageAssets({ page }: { readonly page: ProgrammePage }) {
  const { t } = useReader();
  return (
    <PageCard page={page} part="assets">
      <div className="page-row">
        <Figure figure={figureOf(page, "idle")} label={t("programmePage.idle")} />
        {figuresOf(page, "idle-kind").map((kind) => (
          <Figure key={kind.of} figure={kind} label={t(`ledger.assets.kindOf.${kind.of}`)} />
        ))}
        <Figure figure={figureOf(page, "idle-area")} label={t("programmePage.idleArea")} />
      </div>
    </PageCard>
  );
}

/** What projects hold once they are let. */
export function PageOperation({ page }: { readonly page: ProgrammePage }) {
  const { t } = useReader();
  return (
    <PageCard page={page} part="operation">
      <div className="page-row">
        <Figure figure={figureOf(page, "let-projects")} label={t("programmePage.letProjects")} />
        <Figure figure={figureOf(page, "units")} label={t("programmePage.units")} />
        <Figure figure={figureOf(page, "scenes")} label={t("programmePage.scenes")} />
        <Figure figure={figureOf(page, "occupancy")} label={t("operation.occupancy")} />
      </div>
    </PageCard>
  );
}

/** The safety archive; only where what is internal is served. */
export function PageSafety({ page }: { readonly page: ProgrammePage }) {
  const { t } = useReader();
  if (!page.internal) return null;
  return (
    <PageCard page={page} part="safety">
      <div className="page-row">
        {(["records", "inspection-overdue", "hazards-open", "d-undecided"] as const).map((code) => (
          <Figure
            key={code}
            figure={figureOf(page, code)}
            label={t(`programmePage.safety.${code}`)}
            {...(code === "records" ? {} : { tone: "warn" as const })}
          />
        ))}
        {figuresOf(page, "grade").map((grade) => (
          <Figure
            key={grade.of}
            figure={grade}
            label={t("programmePage.safety.grade", { grade: grade.of })}
          />
        ))}
      </div>
    </PageCard>
  );
}
