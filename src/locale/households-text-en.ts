import type { HouseholdsText } from "./households-text-zh-cn.ts";

/** The households of a plot; internal. */
export const householdsTextEn: HouseholdsText = {
  title: "Households",
  internal: "Internal: households are in no public layer, search, count or export.",
  none: "Not kept one by one yet; the {{count}} there are were counted by hand. Once the first is entered or a file brought in, the numbers of the plot follow from its households; what was counted stays in the history.",
  follow:
    "{{count}} households are kept one by one; the numbers, progress and consent of the plot follow from them.",
  find: "Number, team or note",
  more: "{{shown}} of {{total}} households; narrow them by searching.",
  add: "Add a household",
  form: "Household",
  remove: "Take out",
  reason: "Why it is taken out",
  refused: "It was not taken; what you typed is still here.",
  change: { added: "{{number}} added", changed: "{{number}} changed", removed: "{{number}} taken out" },
  notBegun: "Has come to no stage yet",
  stageOn: "{{stage}} on",
  field: {
    number: "Number",
    kind: "Kind",
    areaSqm: "Floor area (m²)",
    tenure: "Tenure",
    team: "Team",
    note: "Note",
  },
  file: {
    open: "Bring in a file (CSV, XLSX)",
    hint: "The first row names the columns: number, kind (dwelling, non-dwelling, shop), and where you have them areaSqm, tenure, team, note and a date for each stage: {{stages}}. See row by row what it would do, then bring it in whole: one wrong row stops it. Columns the file has not stay as they are.",
    choose: "File of households",
    take: "Bring in {{count}}",
    imported: "{{at}}: {{file}}, {{count}} households",
  },
  problem: {
    "wrong-number": "number “{{value}}” should be of 1 to 60 characters",
    "wrong-kind": "kind “{{value}}” should be one of {{expected}}",
    "wrong-area": "floor area “{{value}}” should be a number within 0 and 1,000,000 such as {{expected}}",
    "too-long": "{{column}} is longer than {{expected}} characters",
    "wrong-date": "{{column}} “{{value}}” is no date such as {{expected}}",
    "future-date": "{{column}} “{{value}}” has not come yet; it should be {{expected}} or earlier",
    "wrong-stage": "{{column}} {{value}} must not be before {{expected}}, nor stand without it",
    duplicate: "number {{value}} stands in row {{expected}} already",
  },
};
