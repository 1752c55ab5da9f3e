import type { ConsentTest, EstateRecord, EstateRule } from "../contract/estates.ts";

type Counted = readonly [part: number | null, whole: number | null];

/**
 * How the consent on record stands to its thresholds: those who voted of all, and those who agreed of those who voted, each by
 * owners and by what they own. A share is met from the threshold on, inclusive; null = not known.
 */
export function judgeConsent(record: EstateRecord, rules: readonly EstateRule[]): ConsentTest[] {
  const { owners, ownersVoted, ownersAgreed, ownedSqm, votedSqm, agreedSqm } = record;
  const asked: readonly (readonly [ConsentTest["rule"], ConsentTest["by"], Counted])[] = [
    ["consent-voted", "owners", [ownersVoted, owners]],
    ["consent-voted", "area", [votedSqm, ownedSqm]],
    ["consent-agreed", "owners", [ownersAgreed, ownersVoted]],
    ["consent-agreed", "area", [agreedSqm, votedSqm]],
  ];
  return asked.map(([rule, by, [part, whole]]) => {
    if (part === null || whole === null || whole === 0) return { rule, by, share: null, met: null };
    const { value, per } = rules.find((each) => each.rule === rule)!;
    // multiplied out, so that exactly two thirds are two thirds
    return { rule, by, share: part / whole, met: part * per >= whole * value };
  });
}
