import { z } from "zod";

/** Whose rule or figure it is: of the state, the municipality, the district, or of a case elsewhere. */
export const JURISDICTIONS = ["国家", "市级", "区级", "外地案例"] as const;
export const Jurisdiction = z.enum(JURISDICTIONS);

/** Whether somebody has read the clause in the document itself. */
export const CLAUSE_STATUSES = ["verified", "unverified"] as const;
export const ClauseStatus = z.enum(CLAUSE_STATUSES);

/** What a rule rests on: whose it is, as of when (a date, or its year or month), by which clause, from which source. */
export const RuleBasis = z.object({
  jurisdiction: Jurisdiction,
  asOf: z.string(),
  clause: z.string(),
  source: z.string(),
  clauseStatus: ClauseStatus,
});
export type RuleBasis = z.infer<typeof RuleBasis>;
