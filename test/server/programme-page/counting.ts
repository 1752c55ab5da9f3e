import type { PageFigure } from "../../../server/contract/programme-page.ts";

/** Asks a route of the district of the page; answers what it replied. */
export type Ask = (path: string, query: Readonly<Record<string, string>>) => Promise<Record<string, unknown>>;

export interface Counted {
  readonly value: number | null;
  /** So many rows that could not be counted in. */
  readonly unknown: number;
}
export interface Counting {
  readonly figure: PageFigure;
  readonly today: string;
  readonly year: number;
  /** All rows of a list, page after page; `of` = the figure's own where left out. */
  rows<Row>(of?: { readonly path: string; readonly query: Readonly<Record<string, string>> }): Promise<Row[]>;
  readonly ask: Ask;
}
export type Recount = (counting: Counting) => Promise<Counted>;

export const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
export const whole = (value: number): Counted => ({ value, unknown: 0 });

/** How many rows there are, all of which must be as the figure says, in the whole list as in the one it is narrowed to. */
export const countOf =
  <Row>(isOf: (row: Row, counting: Counting) => boolean): Recount =>
  async (counting) => {
    const { path, query } = counting.figure.list;
    const narrowed = await counting.rows<Row>();
    const strays = narrowed.filter((row) => !isOf(row, counting));
    if (strays.length > 0)
      throw new Error(`${path} narrowed to ${JSON.stringify(query)} holds ${strays.length} others.`);
    const all = await counting.rows<Row>({ path, query: KEPT[path]?.(query) ?? {} });
    const there = all.filter((row) => isOf(row, counting)).length;
    if (there !== narrowed.length)
      throw new Error(`${path} holds ${there}, narrowed to ${JSON.stringify(query)} ${narrowed.length}.`);
    return whole(there);
  };
// what a list cannot be asked without
const KEPT: Readonly<Record<string, (query: Readonly<Record<string, string>>) => Record<string, string>>> = {
  "/api/dispatch": ({ month }) => ({ month: month! }),
  "/api/acquisition-plots": ({ purpose }) => ({ purpose: purpose! }),
};

/** The sum of what the rows tell, and how many tell nothing; null where none does, unless nothing is `nothing`. */
export const sumOf =
  <Row>(of: (row: Row, counting: Counting) => number | null, nothing: 0 | null = null): Recount =>
  async (counting) => {
    const told = (await counting.rows<Row>()).map((row) => of(row, counting));
    const known = told.filter((each) => each !== null);
    const value = known.length === 0 ? nothing : sum(known);
    return { value, unknown: told.length - known.length };
  };
