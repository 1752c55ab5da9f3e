import { percent, type ReportItems } from "../report-items.ts";
import type { StoreRow } from "../store-rows.ts";
import type { GraphEdge } from "./walk-graph.ts";

type EdgeRow = StoreRow<"walk_edge">;

interface NetworkFindings {
  readonly edges: readonly EdgeRow[];
  readonly components: { readonly count: number; readonly largestShare: number };
  readonly directionUnknown: readonly GraphEdge[];
  readonly tooSteep: readonly GraphEdge[];
  readonly blindLifts: readonly string[];
}

/** Reports what the walking network does not know. */
export function reportNetwork(report: ReportItems, findings: NetworkFindings): void {
  const { edges, components, directionUnknown, tooSteep, blindLifts } = findings;
  if (edges.length === 0) return;
  const layer = "walk-edge";
  const stairs = edges.filter(({ kind }) => kind === "stairs");
  const flat = edges.filter(({ kind, climb_m }) => climb_m === null && isWalked(kind));
  report.add("came-in", "components", componentsText(components), {
    ...{ layer, count: components.count, share: components.largestShare },
  });
  const noRise = stairs.filter(({ climb_m }) => climb_m === null);
  report.add(
    "missing",
    "stairs-without-rise",
    `the rise of ${percent(shareOf(noRise, stairs))} of the stairs is unknown`,
    {
      ...{ layer, count: noRise.length, share: shareOf(noRise, stairs), sourceIds: sourcesOf(noRise) },
    },
  );
  report.add(
    "missing",
    "edges-without-rise",
    `${percent(shareOf(flat, edges))} of the edges have no known rise and count as flat`,
    {
      ...{ layer, count: flat.length, share: shareOf(flat, edges) },
    },
  );
  const lifts = edges.filter(({ kind, climb_m }) => kind === "lift" && climb_m === null);
  report.add("missing", "lifts-without-rise", "lifts of unknown rise cost their wait only", {
    ...{ layer, count: lifts.length, sourceIds: sourcesOf(lifts) },
  });
  report.add(
    "doubtful",
    "lifts-without-levels",
    "at these lifts everything arrives on one level: nothing is joined",
    {
      ...{ layer, sourceIds: blindLifts },
    },
  );
  report.add(
    "doubtful",
    "stairs-direction-unknown",
    "stairs of known rise whose direction nothing tells go up as drawn",
    {
      ...{ layer, sourceIds: linesOf(directionUnknown) },
    },
  );
  report.add(
    "doubtful",
    "decks-too-steep",
    "bridges and tunnels steeper than any is built by the heights of their ends: their rise is unknown",
    {
      ...{ layer, sourceIds: linesOf(tooSteep) },
    },
  );
  const bothWays = edges.filter(({ kind, id }) => kind === "escalator" && id?.endsWith(".back"));
  report.add(
    "doubtful",
    "escalator-direction-unknown",
    "escalators without a direction are taken as one up and one down",
    {
      ...{ layer, sourceIds: sourcesOf(bothWays) },
    },
  );
}

const isWalked = (kind: string | null | undefined) =>
  !["stairs", "escalator", "lift", "cableway"].includes(kind ?? "");
const shareOf = (some: readonly unknown[], all: readonly unknown[]) =>
  all.length === 0 ? 0 : some.length / all.length;
const linesOf = (edges: readonly GraphEdge[]) => [...new Set(edges.map(({ line }) => line.sourceId))];
const sourcesOf = (edges: readonly EdgeRow[]) => [...new Set(edges.map(({ source_id }) => source_id!))];

function componentsText({ count, largestShare }: NetworkFindings["components"]): string {
  return `the network has ${count} part${count === 1 ? "" : "s"}; the largest holds ${percent(largestShare)} of its length`;
}
