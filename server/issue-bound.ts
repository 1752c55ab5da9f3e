import type { Told } from "./contract/error-reply.ts";

/** What zod says of one wrong value besides its sentence; which fields are there depends on the code. */
export interface IssueFacts {
  readonly code?: string | undefined;
  readonly message: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
  readonly expected?: string;
  readonly format?: string;
}

/**
 * What a value should have been, as a bound that a page can tell in its reader's language: a number's `atLeast`, `moreThan` or
 * `atMost`, a text's `shortest` or `longest`, a list's `most`, or that it is `notGiven`, no `dayWanted`, no `numberWanted`, no
 * `wholeWanted`. Nothing where the sentence is all there is.
 */
export function boundOfIssue(issue: IssueFacts): Told {
  switch (issue.code) {
    case "too_big":
      return { [LARGEST[issue.origin ?? ""] ?? "atMost"]: String(issue.maximum) };
    case "too_small":
      return tooSmall(issue);
    case "invalid_type":
      return wrongType(issue);
    case "invalid_format":
      return issue.format === "date" ? { dayWanted: "2026-03-31" } : {};
    default:
      return {};
  }
}

const LARGEST: Readonly<Record<string, keyof Told>> = { string: "longest", array: "most" };

function tooSmall({ origin, minimum, inclusive }: IssueFacts): Told {
  if (origin === "number" || origin === "int")
    return { [inclusive === false ? "moreThan" : "atLeast"]: String(minimum) };
  // of a text or a list that must not be empty
  return Number(minimum) <= 1 ? { notGiven: "given" } : { shortest: String(minimum) };
}

function wrongType({ expected, message }: IssueFacts): Told {
  if (/received (undefined|null)$/.test(message)) return { notGiven: "given" };
  if (expected === "int") return { wholeWanted: "12" };
  return expected === "number" ? { numberWanted: "12.5" } : {};
}
