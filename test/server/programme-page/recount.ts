import type { ProgrammePage } from "../../../server/contract/programme-page.ts";
import type { Ask, Counted } from "./counting.ts";
import { RECOUNTS } from "./recounts.ts";

/** What a page tells of each figure, and what its list's rows give; throws for a figure of which it is not said how. */
export async function recountPage(ask: Ask, { figures, today, year }: ProgrammePage) {
  const read = new Map<string, unknown[]>();
  const rowsOf = async ({
    path,
    query,
  }: {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
  }) => {
    const key = JSON.stringify([path, query]);
    if (!read.has(key)) read.set(key, await allRows(ask, path, query));
    return read.get(key)!;
  };
  const answers = new Map<string, ReturnType<Ask>>();
  const askOnce: Ask = (path, query) => {
    const key = JSON.stringify([path, query]);
    const answer = answers.get(key) ?? ask(path, query);
    answers.set(key, answer);
    return answer;
  };
  const told: Record<string, Counted> = {};
  const counted: Record<string, Counted> = {};
  for (const figure of figures) {
    const { part, code, of, value, unknown } = figure;
    const recount = RECOUNTS[`${part}/${code}`];
    if (recount === undefined) throw new Error(`No recount of ${part}/${code}.`);
    const name = [part, code, of].filter(Boolean).join("/");
    const rows = <Row>(list = figure.list) => rowsOf(list) as Promise<Row[]>;
    told[name] = { value: rounded(value), unknown: unknown ?? 0 };
    const own = await recount({ figure, today, year, rows, ask: askOnce });
    counted[name] = { ...own, value: rounded(own.value) };
  }
  return { told, counted };
}

// a quotient of sums added up in another order
const rounded = (value: number | null) => value && Number(value.toPrecision(12));

async function allRows(ask: Ask, path: string, query: Readonly<Record<string, string>>): Promise<unknown[]> {
  const rows: unknown[] = [];
  let next: string | null = null;
  do {
    const page = await ask(path, {
      ...(WHOLE.has(path) ? {} : { limit: "500" }),
      ...query,
      ...(next && { cursor: next }),
    });
    rows.push(...(page.items as unknown[]));
    next = page.next as string | null;
  } while (next !== null);
  return rows;
}
// lists without pages
const WHOLE = new Set(["/api/matters", "/api/approvals", "/api/programme-figures", "/api/project-batches"]);
