import type { PolicyTrack } from "../contract/programme.ts";
import type { ListRule, StageFacts, StageRows } from "./stage-facts.ts";

/** The policy tracks that the categories of a project open to it. */
export const tracksOf = (
  { categories }: Pick<StageFacts, "categories">,
  { tracks }: Pick<StageRows, "tracks">,
): PolicyTrack[] => tracks.filter(({ category }) => categories.includes(category));

/** How a rule of the lists stands to the policy tracks of a project. */
export type Applying =
  | { readonly applies: "as-usual" }
  /** The track that the project follows lifts the limit. */
  | { readonly applies: "lifted"; readonly track: PolicyTrack }
  /** A track that is open to it would lift the limit, and which it follows is not told. */
  | { readonly applies: "untold"; readonly track: PolicyTrack };

/** Whether the limit of a rule applies to a project, by the policy track that it follows. */
export function applyingOf(facts: StageFacts, standards: StageRows, { test }: ListRule): Applying {
  const open = tracksOf(facts, standards);
  const lifts = ({ tests }: PolicyTrack) => tests.includes(test);
  const own = open.find(({ code }) => code === facts.works?.policyTrack);
  if (own) return lifts(own) ? { applies: "lifted", track: own } : { applies: "as-usual" };
  const track = open.find(lifts);
  return track ? { applies: "untold", track } : { applies: "as-usual" };
}

/** A track as values of a reason. */
export const trackValues = ({ nameZh, nameEn, clause, source }: PolicyTrack) => ({
  ...{ trackZh: nameZh, trackEn: nameEn, trackClause: clause, trackSource: source },
});
