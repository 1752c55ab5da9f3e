import { listFundings } from "../money/fundings.ts";
import { listProjectMoney } from "../money/project-money.ts";
import { figureOf, type Told } from "./figures.ts";
import { type Figures, ONE, type PageOf } from "./page-parts.ts";

const SURENESS = ["received", "approved", "declared"] as const;

/** Money of the projects by how sure it is, by type, what is still lacking, and what public money levers. */
export async function moneyPart({ database, scope, today: asOf }: PageOf): Figures {
  const reply = await listProjectMoney(database, scope, ONE);
  const sum = (code: string, at: string, { query = {}, ...more }: Partial<Told> & { query?: Query } = {}) => {
    const read = { path: "/api/project-money", query, reply };
    return figureOf("money", read, { ...{ unit: "yuan", asOf }, code, at, ...more });
  };
  const known = { unknownAt: "/sums/totalUnknown" };
  return [
    ...SURENESS.map((status) => sum(status, `/sums/${status}Yuan`, { query: { status } })),
    // where the cost of none is known, its sum is not nothing
    ...(reply.sums.totalKnown === 0
      ? []
      : [sum("total", "/sums/totalYuan", known), sum("gap", "/sums/gapYuan", known)]),
    sum("leverage", "/sums/leverage", { unit: "ratio" }),
    sum("leverage-secured", "/sums/leverageSecured", { unit: "ratio" }),
    // sums and types are the same however the list is narrowed, which shows where they come from
    ...reply.byKind.flatMap(({ kind }, at) =>
      SURENESS.map((status) =>
        sum(`type-${status}`, `/byKind/${at}/${status}Yuan`, { of: kind, query: { kind, status } }),
      ),
    ),
    ...(await sourceFigures({ database, scope, asOf })),
  ];
}

type Query = Readonly<Record<string, string>>;
type SourcesOf = Pick<PageOf, "database" | "scope"> & { readonly asOf: string };

/** What of the sources nobody was given yet, and the targets, which are no money at hand. */
async function sourceFigures({ database, scope, asOf }: SourcesOf): Figures {
  const path = "/api/fundings";
  const [held, targets] = [
    await listFundings(database, scope, ONE),
    await listFundings(database, scope, { ...ONE, status: "target" }),
  ];
  const shared = { unit: "yuan", asOf };
  return [
    figureOf(
      "money",
      { path, query: {}, reply: held },
      {
        ...{ ...shared, code: "unallocated", at: "/sums/leftYuan", unknownAt: "/sums/leftUnknown" },
      },
    ),
    figureOf(
      "money",
      { path, query: { status: "target" }, reply: targets },
      {
        ...{ ...shared, code: "target", at: "/sums/targetYuan", unknownAt: "/sums/amountUnknown" },
      },
    ),
  ];
}
