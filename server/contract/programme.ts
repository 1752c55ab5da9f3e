import { z } from "zod";
import { RuleBasis } from "./basis.ts";
import { Day } from "./day.ts";
import { EvidenceFile } from "./evidence-file.ts";
import { PlanDocument, PlannedProject } from "./plan-documents.ts";

/** What is asked before a project enters a stage; rows of geodata/standards/stage-guard.csv say where, by which clause. */
export const GUARDS = [
  "category",
  "health-check",
  "list-rules",
  "area-scheme",
  "funding-source",
  "five-steps",
  "heritage-survey",
  "protection-overlap",
  "duplicate-funding",
  "funding-amount",
  "implementing-body",
  "implementation-plan",
  "bottom-line-review",
  "health-recheck",
] as const;
export type Guard = (typeof GUARDS)[number];

export const LIST_TESTS = [
  ...(["category", "demolition-share", "rebuild-ratio", "rehousing-share", "heritage-demolished"] as const),
  "city-indicator",
] as const;
/**
 * What a rule that is met does: 正面 explains, 负面 blocks, a caution (不宜) is told and blocks nothing, and what is monitored is of
 * the whole city and decides nothing of a project.
 */
export const LISTS = ["positive", "negative", "caution", "monitor"] as const;

/** forward and back along the line, out of it and in again; all but forward need a reason. */
export const MOVE_KINDS = ["forward", "pause", "resume", "exit", "return"] as const;
export type MoveKind = (typeof MOVE_KINDS)[number];
/** How a step came about: a move, or the stage a project stood in when it was entered. */
export const STEP_KINDS = [...MOVE_KINDS, "entry"] as const;

/** What was done for a project that a guard asks for; the five steps in their order among them. */
export const FIVE_STEPS = [
  "residents-proposal",
  "residents-discussion",
  "community-review",
  "professional-review",
  "final-resolution",
] as const;
export const EVIDENCE_KINDS = [
  "health-check",
  ...FIVE_STEPS,
  "heritage-survey",
  "bottom-line-review",
  "health-recheck",
] as const;
export const EvidenceKind = z.enum(EVIDENCE_KINDS);
export type EvidenceKind = z.infer<typeof EvidenceKind>;
/** What one of the 三师 signs. */
export const SIGNED_STEP = "professional-review" satisfies EvidenceKind;
/** Those that name the zone they are about. */
export const EVIDENCE_OF_ZONE: readonly EvidenceKind[] = ["health-check", "health-recheck"];

const Count = z.number().int().min(0).max(10_000_000);

/** Why a guard was judged so: a code, told in the reader's language, with its values. */
export const GuardReason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
});
export type GuardReason = z.infer<typeof GuardReason>;

/**
 * A guard as judged. unknown = the record does not tell, which lets nothing pass; not-applicable = what it asks after is not there;
 * `require…` is what would be right.
 */
export const GuardResult = z.object({
  guard: z.enum(GUARDS),
  status: z.enum(["passed", "not-applicable", "blocked", "unknown"]),
  nameZh: z.string(),
  nameEn: z.string(),
  requireZh: z.string(),
  requireEn: z.string(),
  reasons: z.array(GuardReason),
  ...RuleBasis.shape,
});
export type GuardResult = z.infer<typeof GuardResult>;

/** Whether a guard lets the project on: it is met, or has nothing to ask. */
export const letsPass = ({ status }: Pick<GuardResult, "status">): boolean =>
  status === "passed" || status === "not-applicable";

/** A move that may be asked for, with its guards as they are now; `to` is a stage of the project terms. */
export const StageMove = z.object({
  to: z.string(),
  kind: z.enum(MOVE_KINDS),
  guards: z.array(GuardResult),
});
export type StageMove = z.infer<typeof StageMove>;

/** A stage that was gone through, with what it asks judged by the record as it is now. */
export const ReachedStage = StageMove.pick({ to: true, guards: true });
export type ReachedStage = z.infer<typeof ReachedStage>;

/** A step that was made, with who, when and why; `guards` as judged then, those that could not be judged or did not apply among them, their `reasons` for readers of what is internal; of an entry, what was not asked here. `overrideReason` is null where none blocked. */
export const StageStep = z.object({
  version: z.number().int(),
  from: z.string().nullable(),
  to: z.string(),
  kind: z.enum(STEP_KINDS),
  at: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
  overrideReason: z.string().nullable(),
  guards: z.array(GuardResult),
});
export type StageStep = z.infer<typeof StageStep>;

/** What was done: when, by whom (`body`), with how many; null where not told. `zone` is an id, for what is of a zone. */
export const Evidence = z.object({
  kind: EvidenceKind,
  heldOn: Day,
  body: z.string(),
  zone: z.string().nullable(),
  attendance: z.number().int().nullable(),
  votesFor: z.number().int().nullable(),
  votesAgainst: z.number().int().nullable(),
  passed: z.boolean(),
  note: z.string().nullable(),
  adviser: z.string().nullable().meta({ description: "id of the adviser who signed 专业审议" }),
  adviserName: z.string().nullable(),
  files: z.array(EvidenceFile).nullable().meta({
    description: "the files kept with it, the oldest first; null = not told to who sees only what is public",
  }),
});
export type Evidence = z.infer<typeof Evidence>;

const Sqm = z.number().min(0).max(10_000_000).nullable().default(null);
const Households = z.number().int().min(0).max(1_000_000).nullable().default(null);

/**
 * What a project builds and whom it rehouses, as the bottom lines of demolition ask: floor areas above ground in m², new and
 * rebuilt; exempt is what the clauses leave out of the sums, with why. Null = not told; of the policy track, that it follows none.
 */
export const ProjectWorks = z.strictObject({
  newSqm: Sqm,
  exemptNewSqm: Sqm,
  exemptDemolishedSqm: Sqm,
  exemptBasis: z.string().trim().min(1).max(500).nullable().default(null),
  relocatedHouseholds: Households,
  rehousedHouseholds: Households,
  policyTrack: z.string().min(1).max(64).nullable().default(null),
  basis: z.string().trim().min(1).max(500),
  dated: Day,
});
export type ProjectWorks = z.infer<typeof ProjectWorks>;

/** A way of renewal with a policy of its own; `tests` are those of the list rules whose limits do not apply on it. */
export const PolicyTrack = z.object({
  code: z.string(),
  category: z.string().meta({ description: "the category of projects it is open to" }),
  nameZh: z.string(),
  nameEn: z.string(),
  tests: z.array(z.enum(LIST_TESTS)),
  textZh: z.string(),
  textEn: z.string(),
  ...RuleBasis.shape,
});
export type PolicyTrack = z.infer<typeof PolicyTrack>;

/**
 * A bottom line of demolition that is a number, as the record has it: from `low` to `high` against `limit`, as shares, or new ÷
 * demolished; null = cannot be told, or nothing is there to be told. `projects` = of so many under one area scheme together.
 */
export const BottomLine = z.object({
  rule: z.string(),
  test: z.enum(LIST_TESTS),
  list: z.enum(LISTS),
  textZh: z.string(),
  textEn: z.string(),
  verdict: z.enum(["kept", "broken", "unknown", "not-applicable", "monitored"]),
  limit: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  projects: z.number().int().nullable(),
  reason: GuardReason.nullable().meta({ description: "why not, where it is not kept" }),
  monitored: z
    .object({
      edition: z.string(),
      indicator: z.string(),
      zone: z.string().nullable(),
      asOf: Day.nullable(),
      toldBy: z.string().nullable(),
    })
    .nullable()
    .meta({
      description: "of the city: the indicator that is entered, in which zone, and what was told last",
    }),
  ...RuleBasis.shape,
});
export type BottomLine = z.infer<typeof BottomLine>;

/** Who answers for a project: as named here, else as its unit returned it for the dispatch of a month; null = not named. */
export const ProjectAnswering = z.object({
  unit: z.string().nullable(),
  implementer: z.string().nullable(),
  leader: z.string().nullable(),
  from: z.enum(["named", "dispatch"]).nullable(),
  dated: Day.nullable(),
});
export type ProjectAnswering = z.infer<typeof ProjectAnswering>;

/** One write that touched a project: what it was before and after. */
export const ProgrammeChange = z.object({
  version: z.number().int(),
  at: z.string(),
  actor: z.string(),
  reason: z.string(),
  entity: z.string(),
  id: z.string(),
  before: z.unknown().nullable(),
  after: z.unknown().nullable(),
});
export type ProgrammeChange = z.infer<typeof ProgrammeChange>;

/** Where a project stands in the programme: stage, plans above it (the highest first), what its next moves ask, history. */
export const ProjectProgramme = z.object({
  project: z.string(),
  stage: z.string().nullable(),
  pausedFrom: z.string().nullable(),
  line: z.array(z.string()).meta({ description: "the stages in their order, without pause and exit" }),
  plans: z.array(PlanDocument),
  evidence: z.array(Evidence),
  answering: ProjectAnswering,
  works: ProjectWorks.nullable(),
  tracks: z.array(PolicyTrack).meta({ description: "policy tracks that its categories open to it" }),
  bottomLines: z.array(BottomLine),
  moves: z.array(StageMove),
  reached: z.array(ReachedStage).meta({
    description:
      "stages up to the present one that ask something, in their order, judged by the record as it is now",
  }),
  ahead: ReachedStage.nullable().meta({
    description:
      "the first stage that asks something, judged now, where the project stands before it and its next move asks nothing",
  }),
  steps: z.array(StageStep).meta({ description: "the oldest first" }),
  changes: z.array(ProgrammeChange).meta({ description: "the newest first, at most 100" }),
});
export type ProjectProgramme = z.infer<typeof ProjectProgramme>;

const Reason = z.string().trim().min(4, "says why, in four characters or more").max(1000);

/** POST /api/projects/{id}/transitions: `from` as it was read, so that two people do not step on each other. */
export const Transition = z.strictObject({
  from: z.string().max(64).nullable(),
  to: z.string().min(1).max(64),
  reason: Reason.nullable().default(null),
  override: Reason.nullable().default(null).meta({ description: "why it goes on although guards block" }),
});
export type Transition = z.infer<typeof Transition>;

/** PUT /api/projects/{id}/evidence/{kind}. */
export const EvidenceBody = z.strictObject({
  heldOn: Day,
  body: z.string().trim().min(1).max(200),
  zone: z.string().min(1).max(200).nullable().default(null),
  attendance: Count.nullable().default(null),
  votesFor: Count.nullable().default(null),
  votesAgainst: Count.nullable().default(null),
  passed: z.boolean(),
  note: z.string().trim().max(1000).nullable().default(null),
  adviser: z.string().min(1).max(200).nullable().default(null),
});
export type EvidenceBody = z.infer<typeof EvidenceBody>;

/** PUT /api/projects/{id}/plan-document: the implementation plan a project points to, null = none. */
export const PlanPointer = z.strictObject({ plan: z.string().min(1).max(200).nullable() });

/** One of the four batches 四个一批 of a year: a figure and the list behind it are one. */
export const ProjectBatch = z.object({
  batch: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  dated: z
    .boolean()
    .meta({ description: "of those that entered its stage in the year; else as they stand now" }),
  projects: z.array(PlannedProject.omit({ stage: true })),
  undated: z.number().int().meta({ description: "past its stage, but when they entered it is unknown" }),
  basisZh: z.string(),
  basisEn: z.string(),
  ...RuleBasis.shape,
});
export type ProjectBatch = z.infer<typeof ProjectBatch>;
export const ProjectBatchList = z.object({
  items: z.array(ProjectBatch),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type ProjectBatchList = z.infer<typeof ProjectBatchList>;
