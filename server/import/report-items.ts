import type { ReportCode, ReportItem } from "../contract/dataset-report.ts";

/** Objects of the source listed with an item at most. */
const LISTED_MAX = 500;

interface Facts {
  readonly layer?: string;
  readonly count?: number;
  readonly share?: number | null;
  readonly sourceIds?: readonly string[];
}

/** Gathers what an import reports, in the order it is told. */
export class ReportItems {
  readonly items: ReportItem[] = [];

  /** Adds a finding; one with a count of 0 says nothing and is left out. */
  add(kind: ReportItem["kind"], code: ReportCode, message: string, facts: Facts = {}): void {
    this.push(kind, code, message, facts);
  }

  /** Lists places that the tag table knows and leaves out; its reason is the code. */
  leftOut(layer: string, reason: string, sourceIds: readonly string[]): void {
    this.push("left-out", reason, `left out of the layer ${layer}: ${reason.replaceAll("-", " ")}`, {
      ...{ layer, sourceIds },
    });
  }

  private push(kind: ReportItem["kind"], code: string, message: string, facts: Facts): void {
    const count = facts.count ?? facts.sourceIds?.length ?? null;
    if (count === 0) return;
    this.items.push({
      kind,
      code,
      layer: facts.layer ?? null,
      count,
      share: facts.share ?? null,
      sourceIds: facts.sourceIds?.slice(0, LISTED_MAX) ?? [],
      message,
    });
  }

  /** Says how many rows of a layer came in. */
  cameIn(layer: string, count: number): void {
    this.items.push({
      ...{ kind: "came-in", code: "rows", layer, count, share: null, sourceIds: [] },
      message: count === 0 ? `no ${layer}` : `${count} × ${layer}`,
    });
  }
}

/** A share as a person reads it. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
