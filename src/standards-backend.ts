import type { DemandGroupList } from "../server/contract/demand-group.ts";
import type { OwnRuleSetBody } from "../server/contract/own-rule-set.ts";
import type { RuleSet, RuleSetList } from "../server/contract/rule-set.ts";
import type {
  PersonaList,
  PersonaPatch,
  ReachProgress,
  WalkingParameterList,
  WalkingParameterPatch,
} from "../server/contract/walking-standards.ts";
import { addressOf, ask, type InDistrict, sent } from "./backend.ts";

export const readPersonas = () => ask<PersonaList>(addressOf("api/personas"));
export const readWalkingParameters = () => ask<WalkingParameterList>(addressOf("api/walking-parameters"));
export const readReachProgress = () => ask<ReachProgress>(addressOf("api/reach-progress"));
export const patchPersona = (id: string, patch: Partial<PersonaPatch>) =>
  ask<PersonaList>(addressOf(`api/personas/${encodeURIComponent(id)}`), sent("PATCH", patch));
export const patchWalkingParameter = (name: string, patch: WalkingParameterPatch) =>
  ask<WalkingParameterList>(
    addressOf(`api/walking-parameters/${encodeURIComponent(name)}`),
    sent("PATCH", patch),
  );

export const readDemandGroups = () => ask<DemandGroupList>(addressOf("api/demand-groups"));
export const readRuleSets = ({ district }: InDistrict) =>
  ask<RuleSetList>(addressOf("api/rule-sets", { district }));

/** Keeps an own rule set of a district; throws where the service does not take it. */
export const saveRuleSet = ({ district, ...body }: InDistrict & OwnRuleSetBody) =>
  ask<RuleSet>(addressOf("api/rule-sets", { district }), sent("POST", body));

/** Takes an own rule set of a district away. */
export const deleteRuleSet = ({ district, id }: InDistrict & { readonly id: string }) =>
  ask<null>(addressOf(`api/rule-sets/${encodeURIComponent(id)}`, { district }), sent("DELETE"));
