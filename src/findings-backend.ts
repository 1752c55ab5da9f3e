import type {
  FindingList,
  FindingPage,
  FindingTermList,
  MeasuredFinding,
  NewFinding,
  NewProposal,
  NewRecheck,
} from "../server/contract/findings.ts";
import type {
  ImportReport,
  IndicatorList,
  IndicatorValueList,
  NewIndicatorValue,
  RankingList,
  TakenImport,
  TakenImportList,
} from "../server/contract/indicator-values.ts";
import { addressOf, ask, sent } from "./backend.ts";
import { sentTable } from "./sent-table.ts";

interface Of {
  readonly district: string;
  readonly id: string;
}

const addressOfFinding = ({ district, id }: Of, path = "") =>
  addressOf(`api/findings/${encodeURIComponent(id)}${path}`, { district });

/** Filters of the list as they stand in its address. */
export type FindingQuery = Readonly<
  Record<"severity" | "state" | "source" | "indicator" | "zone" | "project" | "text", string | undefined>
>;

export const readFindingTerms = () => ask<FindingTermList>(addressOf("api/finding-terms"));
export const readIndicators = () => ask<IndicatorList>(addressOf("api/indicators"));
export const readFindings = (
  district: string,
  query: Partial<FindingQuery>,
  more: { readonly cursor?: string; readonly signal?: AbortSignal } = {},
) =>
  ask<FindingList>(
    addressOf("api/findings", { district, limit: "200", ...query, cursor: more.cursor }),
    more.signal ? { signal: more.signal } : {},
  );
export const readFindingPage = (of: Of) => ask<FindingPage>(addressOfFinding(of));
export const sendFinding = (district: string, body: NewFinding) =>
  ask<FindingPage>(addressOf("api/findings", { district }), sent("POST", body));
export const sendMeasuredFinding = (
  district: string,
  body: Pick<MeasuredFinding, "edition" | "indicator" | "area">,
) => ask<FindingPage>(addressOf("api/findings/measured", { district }), sent("POST", body));
export const sendProposal = (of: Of, body: NewProposal) =>
  ask<FindingPage>(addressOfFinding(of, "/proposals"), sent("POST", body));
export const sendLink = (of: Of, project: string, linked: boolean) =>
  ask<FindingPage>(
    addressOfFinding(of, `/projects/${encodeURIComponent(project)}`),
    sent(linked ? "PUT" : "DELETE"),
  );
export const sendRecheck = (of: Of, body: NewRecheck) =>
  ask<FindingPage>(addressOfFinding(of, "/rechecks"), sent("POST", body));

export const sendIndicatorValue = (district: string, body: NewIndicatorValue) =>
  ask<IndicatorValueList>(addressOf("api/indicator-values", { district }), sent("POST", body));
export const readIndicatorValues = (district: string, edition: string, indicator: string) =>
  ask<IndicatorValueList>(addressOf("api/indicator-values", { district, edition, indicator, limit: "200" }));
export const readRanking = (
  district: string,
  {
    edition,
    indicator,
    kind,
  }: { readonly edition: string; readonly indicator: string; readonly kind: string },
) =>
  ask<RankingList>(
    addressOf(`api/indicators/${encodeURIComponent(indicator)}/ranking`, { district, edition, kind }),
  );

interface GivenFile {
  readonly district: string;
  readonly kind: TakenImport["kind"];
  readonly file: File;
  readonly preview: boolean;
}

/** Sends a CSV as its bytes: the service tells its encoding. */
export const sendImport = ({ district, kind, file, preview }: GivenFile) =>
  ask<ImportReport>(
    addressOf("api/finding-imports", { district, kind, file: file.name, preview: String(preview) }),
    sentTable(file),
  );
export const readImports = (district: string) =>
  ask<TakenImportList>(addressOf("api/finding-imports", { district }));
export const sendUndo = (district: string, version: number) =>
  ask<TakenImportList>(addressOf(`api/finding-imports/${version}`, { district }), sent("DELETE"));
