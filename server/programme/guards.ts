import {
  FIVE_STEPS,
  type Guard,
  type GuardReason,
  type GuardResult,
  SIGNED_STEP,
} from "../contract/programme.ts";
import { ruleReason } from "./bottom-lines.ts";
import { judgeRules } from "./list-rules.ts";
import type { ControlZoneTouched, GuardRow, ListRule, StageFacts, StageRows } from "./stage-facts.ts";

type Judged = Pick<GuardResult, "status" | "reasons">;
type Judge = (facts: StageFacts, row: GuardRow, standards: StageRows) => Judged;

const because = (code: string, values: GuardReason["values"] = {}): GuardReason => ({ code, values });
const passed = (...reasons: GuardReason[]): Judged => ({ status: "passed", reasons });
const notApplicable = (...reasons: GuardReason[]): Judged => ({ status: "not-applicable", reasons });
const blocked = (...reasons: GuardReason[]): Judged => ({ status: "blocked", reasons });
const unknown = (...reasons: GuardReason[]): Judged => ({ status: "unknown", reasons });

const planOf = ({ plans }: StageFacts, kind: string) => plans.find((plan) => plan.kind === kind);

function approved(facts: StageFacts, kind: "area-scheme" | "implementation-plan"): Judged {
  const plan = planOf(facts, kind);
  if (!plan) return blocked(because(`no-${kind}`));
  const { nameZh, nameEn, approvedBy, approvedOn } = plan;
  if (approvedOn === null) return blocked(because("plan-not-approved", { nameZh, nameEn }));
  return passed(because("plan-approved", { nameZh, nameEn, approvedBy, approvedOn }));
}

function checked({ evidence }: StageFacts, kind: "health-check" | "health-recheck"): Judged {
  const done = evidence.find((each) => each.kind === kind);
  if (!done) return blocked(because(`no-${kind}`));
  if (done.meets === null) return unknown(because("zone-gone"));
  return done.meets
    ? passed(because("checked", { heldOn: done.heldOn }))
    : blocked(because("zone-elsewhere"));
}

// what is taken up and does not count is told, or one looks for it in vain
const withOthers = ({ status, reasons }: Judged, { otherFindings }: StageFacts): Judged =>
  otherFindings === 0
    ? { status, reasons }
    : { status, reasons: [...reasons, because("findings-no-check", { findings: otherFindings })] };

// a check on record, or a finding of one here that the project takes up; a letter is no check
const healthCheck: Judge = (facts) => {
  const judged = checked(facts, "health-check");
  const here = facts.findings.filter(({ meets }) => meets);
  if (judged.status === "passed") return judged;
  if (here.length === 0) return withOthers(judged, facts);
  const { asOf } = here[here.length - 1]!;
  return passed(because("findings-linked", { findings: here.length, heldOn: asOf }));
};

// a check on record, or one of every finding taken up, whatever it told
const healthRecheck: Judge = (facts) => {
  const judged = checked(facts, "health-recheck");
  const { findings } = facts;
  if (judged.status === "passed") return judged;
  if (findings.length === 0) return withOthers(judged, facts);
  const open = findings.filter(({ outcome }) => outcome === null);
  if (open.length > 0)
    return blocked(
      because("findings-open", { open: open.length, findings: findings.length, title: open[0]!.title }),
    );
  const counted = (of: string) => findings.filter(({ outcome }) => outcome === of).length;
  const values = {
    improved: counted("improved"),
    same: counted("not-improved"),
    unknown: counted("unknown"),
  };
  return values.unknown > 0
    ? unknown(because("findings-unknown", values))
    : passed(because("findings-checked", values));
};

// zones that the project meets, and those that a point or line may meet, for they lie as near as it is taken to reach
function zonesBy({ controlZones, isArea }: StageFacts, { codes, reach }: GuardRow) {
  const asked = controlZones.filter(({ kind }) => codes.includes(kind));
  return {
    met: asked.filter(({ awayM }) => awayM === 0),
    near: isArea ? [] : asked.filter(({ awayM }) => awayM > 0 && awayM <= (reach ?? 0)),
  };
}
const nearBy = (code: string, { nameZh, nameEn, awayM }: ControlZoneTouched, { reach }: GuardRow) =>
  because(code, { nameZh, nameEn, awayM: Math.round(awayM), reachM: reach });

const heritageSurvey: Judge = (facts, row) => {
  const { met, near } = zonesBy(facts, row);
  const zone = met[0] ?? near[0];
  if (facts.controlZonesKnown && !zone) return notApplicable(because("no-heritage-touched"));
  // who surveyed the ground knows what no zone of the data tells
  const done = facts.evidence.find(({ kind, passed }) => kind === "heritage-survey" && passed);
  if (done) return passed(because("surveyed", { heldOn: done.heldOn }));
  if (!zone) return unknown(because("control-zones-unknown"));
  if (met.length === 0) return unknown(...near.map((each) => nearBy("heritage-near", each, row)));
  return blocked(because("not-surveyed", { nameZh: zone.nameZh, nameEn: zone.nameEn }));
};

const protectionOverlap: Judge = (facts, row) => {
  if (!facts.controlZonesKnown) return unknown(because("control-zones-unknown"));
  const { met, near } = zonesBy(facts, row);
  const over = met.filter(({ overlapSqm }) => overlapSqm === null || overlapSqm > row.limit!);
  if (over.length === 0 && near.length > 0)
    return unknown(...near.map((each) => nearBy("overlap-near", each, row)));
  if (over.length === 0)
    return passed(facts.isArea ? because("no-overlap") : because("no-overlap-near", { reachM: row.reach }));
  return blocked(
    ...over.map(({ nameZh, nameEn, overlapSqm }) => because("overlap", { nameZh, nameEn, overlapSqm })),
  );
};

// what a point or line shares is a guess by how far it is taken to reach: it blocks nothing, and lets nothing pass
const duplicateFunding: Judge = ({ amounts, sharing, isArea }, { codes, reach }) => {
  const own = amounts.flatMap(({ source }) => (codes.includes(source) ? [source] : []));
  if (own.length === 0) return notApplicable(because("no-public-money"));
  const twice = sharing.flatMap(({ nameZh, nameEn, buildings, certain, amounts: theirs }) =>
    theirs
      .filter(({ source }) => own.includes(source))
      .map(({ source }) =>
        certain
          ? because("paid-twice", { source, nameZh, nameEn, buildings })
          : because("paid-twice-near", { source, nameZh, nameEn, buildings, reachM: reach }),
      ),
  );
  if (twice.some(({ code }) => code === "paid-twice")) return blocked(...twice);
  if (twice.length > 0) return unknown(...twice);
  if (isArea) return passed(because("paid-once"));
  return reach === null
    ? unknown(because("paid-undrawn"))
    : passed(because("paid-once-near", { reachM: reach }));
};

const fiveSteps: Judge = ({ evidence }) => {
  const wanting = FIVE_STEPS.filter((step) => !evidence.some(({ kind, passed }) => kind === step && passed));
  if (wanting.length > 0) return blocked(...wanting.map((kind) => because("step-wanting", { kind })));
  const review = evidence.find(({ kind }) => kind === SIGNED_STEP);
  return review?.signed ? passed(because("steps-held")) : blocked(because("review-unsigned"));
};

const listRules: Judge = (facts, _row, standards) => {
  const judged = judgeRules(facts, standards);
  const told = (list: ListRule["list"], met: boolean | null) =>
    judged.filter(({ rule, met: isMet }) => rule.list === list && isMet === met).map(ruleReason);
  // a caution is told beside the verdict and changes nothing of it, so is what the city does
  const positive = [
    ...judged.filter(({ lifted }) => lifted).map(ruleReason),
    ...[...told("caution", true), ...told("caution", null), ...told("monitor", true)],
    ...told("positive", true),
  ];
  const against = told("negative", true);
  if (against.length > 0) return blocked(...against, ...positive);
  const open = told("negative", null);
  return open.length > 0 ? unknown(...open, ...positive) : passed(...positive);
};

const category: Judge = ({ categories }, _row, standards) => {
  if (categories.length === 0) return blocked(because("no-category"));
  const editionOf = (code: string) => standards.categories.find((each) => each.code === code)?.edition;
  const strange = categories.find((code) => editionOf(code) === undefined);
  if (strange !== undefined) return blocked(because("strange-category", { category: strange }));
  const editions = [...new Set(standards.categories.map(({ edition }) => edition))];
  const told = editions.flatMap((edition) => {
    const own = categories.filter((code) => editionOf(code) === edition);
    return own.length > 0 ? [because("category-edition", { edition, categories: own.join(";") })] : [];
  });
  return passed(...told);
};

const fundingSource: Judge = ({ amounts }) =>
  amounts.length > 0 ? passed() : blocked(because("no-funding"));

const fundingAmount: Judge = ({ amounts }) => {
  if (amounts.length === 0) return blocked(because("no-funding"));
  const open = amounts.filter(({ amountYuan }) => amountYuan === null || amountYuan === undefined);
  if (open.length > 0) return unknown(...open.map(({ source }) => because("amount-unknown", { source })));
  const amountYuan = amounts.reduce((sum, each) => sum + each.amountYuan!, 0);
  return amountYuan > 0 ? passed(because("funded", { amountYuan })) : blocked(because("no-amount"));
};

const implementingBody: Judge = ({ answering: { implementer, from, dated } }) =>
  implementer === null
    ? blocked(because("no-implementer"))
    : passed(because(`implementer-${from}`, { body: implementer, dated }));

// the bottom lines that are no numbers are asked where anything goes or is built anew
const bottomLineReview: Judge = ({ grounds: { project }, evidence }) => {
  const done = evidence.find(({ kind }) => kind === "bottom-line-review");
  if (done)
    return done.passed
      ? passed(because("reviewed", { heldOn: done.heldOn }))
      : blocked(because("review-failed"));
  const { demolished = 0, undecided = 0, newSqm } = project;
  if (demolished > 0 || (newSqm ?? 0) > 0)
    return blocked(
      because(newSqm === null ? "not-reviewed-new-untold" : "not-reviewed", { demolished, newSqm }),
    );
  if (project.undrawn > 0) return unknown(because("area-undrawn"));
  return undecided > 0
    ? unknown(because("disposition-open", { undecided }))
    : notApplicable(because("nothing-demolished"));
};

const JUDGES: Readonly<Record<Guard, Judge>> = {
  category,
  "health-check": healthCheck,
  "list-rules": listRules,
  "area-scheme": (facts) => approved(facts, "area-scheme"),
  "funding-source": fundingSource,
  "five-steps": fiveSteps,
  "heritage-survey": heritageSurvey,
  "protection-overlap": protectionOverlap,
  "duplicate-funding": duplicateFunding,
  "funding-amount": fundingAmount,
  "implementing-body": implementingBody,
  "bottom-line-review": bottomLineReview,
  "implementation-plan": (facts) => approved(facts, "implementation-plan"),
  "health-recheck": healthRecheck,
};

/** The guards asked before a project enters a stage, each as the record has it now. */
export function judgeGuards(facts: StageFacts, standards: StageRows, stage: string): GuardResult[] {
  return standards.guards
    .filter(({ stages }) => stages.includes(stage))
    .map((row) => {
      const { stages: _, codes: __, limit: ___, reach: ____, ...told } = row;
      return { ...told, ...JUDGES[row.guard](facts, row, standards) };
    });
}
