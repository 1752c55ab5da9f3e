import type { Adviser, AdviserBody, AdviserList, VisitBody } from "../server/contract/advisers.ts";
import type { ProjectScope, ScopeBody, SurveyBody } from "../server/contract/menu-survey.ts";
import { addressOf, ask, sent } from "./backend.ts";

export const readAdvisers = (district: string) => ask<AdviserList>(addressOf("api/advisers", { district }));
export const sendAdviser = (district: string, body: AdviserBody) =>
  ask<Adviser>(addressOf("api/advisers", { district }), sent("POST", body));
export const sendVisit = (district: string, id: string, body: VisitBody) =>
  ask<Adviser>(addressOf(`api/advisers/${encodeURIComponent(id)}/visits`, { district }), sent("POST", body));

const projectAddress = (district: string, id: string, path: string) =>
  addressOf(`api/projects/${encodeURIComponent(id)}/${path}`, { district });
export const readScope = (district: string, id: string) =>
  ask<ProjectScope>(projectAddress(district, id, "surveys"));
export const sendSurvey = (district: string, id: string, body: SurveyBody) =>
  ask<ProjectScope>(projectAddress(district, id, "surveys"), sent("POST", body));
export const sendScope = (district: string, id: string, body: ScopeBody) =>
  ask<ProjectScope>(projectAddress(district, id, "scope"), sent("PUT", body));
