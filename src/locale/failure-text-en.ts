import type { failureTextZhCn } from "./failure-text-zh-cn.ts";

/** Why something was not answered and what to do; values come from the service, `…Plain` is said where it gives none. */
export const failureTextEn: Record<keyof typeof failureTextZhCn, string> = {
  "invalid-parameter": "“{{path}}” cannot be “{{value}}”; correct it and try again.",
  "invalid-parameterPath": "“{{path}}” has a value that cannot be used; correct it and try again.",
  "invalid-parameterPlain": "The request holds something that cannot be read.",
  notBefore: "{{value}} is too early; it should be {{notBefore}} or later.",
  notAfter: "{{value}} is too late; it should be {{notAfter}} or earlier.",
  atLeast: "{{value}} is too little; it should be {{atLeast}} or more.",
  atMost: "{{value}} is too much; it should be {{atMost}} or less.",
  "invalid-geometryPlain": "A shape is a closed area in degrees, longitude first.",
  "too-many-vertices":
    "The area has {{vertices}} corners, at most {{max}} are taken; simplify its outline and try again.",
  "too-many-verticesPlain": "Simplify its outline and try again.",
  unauthenticatedPlain: "This is done by those who are signed in.",
  forbidden: "“{{value}}” is internal and not served to the public; take it away and try again.",
  forbiddenPlain: "You may not do this here.",
  "unknown-zone":
    "The data has no zone “{{id}}”: the link may be old, or the data new; choose one from the list.",
  "unknown-zonePlain": "The link may be old, or the data new; choose one from the list.",
  "unknown-analysis": "The service has no analysis “{{name}}”; reload the page.",
  "unknown-analysisPlain": "Reload the page and try again.",
  "unknown-layer": "The service has no layer “{{name}}”; the link may be old.",
  "unknown-layerPlain": "The link may be old.",
  "unknown-district": "The service has no district “{{id}}”; choose another at the upper left.",
  "unknown-districtPlain": "Choose a district at the upper left first.",
  "not-foundPlain": "It may have been deleted or renumbered, or the link is old.",
  conflictPlain: "Look at what is there, then try again.",
  "payload-too-large":
    "The request is over the limit of {{maxKb}} KB; simplify the shape or leave something out.",
  "payload-too-largePlain": "Simplify the shape or leave something out.",
  "unsupported-formatPlain": "The service does not read this format.",
  "area-outside-districtPlain": "Draw it within the boundary of the district, or change the district first.",
  "area-outside-districtSwapped": "Its positions seem to have latitude first; longitude comes first.",
  "area-too-large": "The area is {{areaSqkm}} km², at most {{maxSqkm}} km² are answered; make it smaller.",
  "area-too-largePlain": "Make it smaller and try again.",
  "not-on-network": "No way within {{maxM}} m along streets joins the two places; choose another.",
  "not-on-networkPlain": "This place cannot be joined to the walking network; choose one on a street nearby.",
  internal: "If this happens again, tell the administrator the number {{requestId}}.",
};
