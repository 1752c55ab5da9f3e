import { analyseTextEn } from "./analyse-text-en.ts";
import { catchmentTextEn } from "./catchment-text-en.ts";
import { dispatchTextEn } from "./dispatch-text-en.ts";
import { drawTextEn } from "./draw-text-en.ts";
import { entryTextEn } from "./entry-text-en.ts";
import { errorTextEn, failureTextEn } from "./failure-text-en.ts";
import { fieldTextEn } from "./field-text-en.ts";
import { figuresTextEn } from "./figures-text-en.ts";
import { fileTextEn } from "./file-text-en.ts";
import { filterTextEn } from "./filter-text-en.ts";
import { findTextEn } from "./find-text-en.ts";
import { findingsTextEn } from "./findings-text-en.ts";
import { firstTextEn } from "./first-text-en.ts";
import { gapTextEn } from "./gap-text-en.ts";
import { healthTextEn } from "./health-text-en.ts";
import { householdsTextEn } from "./households-text-en.ts";
import { indicatorsTextEn } from "./indicators-text-en.ts";
import { ledgerTextEn } from "./ledger-text-en.ts";
import { listsTextEn } from "./lists-text-en.ts";
import { methodTextEn } from "./method-text-en.ts";
import { minutesTextEn } from "./minutes-text-en.ts";
import { moneyTextEn } from "./money-text-en.ts";
import { operationTextEn } from "./operation-text-en.ts";
import { ownRulesTextEn } from "./own-rules-text-en.ts";
import { personasTextEn } from "./personas-text-en.ts";
import { poolTextEn } from "./pool-text-en.ts";
import { programmePageTextEn } from "./programme-page-text-en.ts";
import { programmeTextEn } from "./programme-text-en.ts";
import { projectsTextEn } from "./projects-text-en.ts";
import { questionTextEn } from "./question-text-en.ts";
import { radiusTextEn } from "./radius-text-en.ts";
import { reportTextEn } from "./report-text-en.ts";
import { riverfrontTextEn } from "./riverfront-text-en.ts";
import { sheetTextEn } from "./sheet-text-en.ts";
import { signingTextEn } from "./signing-text-en.ts";
import { streetTextEn } from "./street-text-en.ts";
import { valueTextEn } from "./value-text-en.ts";
import { walkTextEn } from "./walk-text-en.ts";
import type { TextCatalogue } from "./zh-cn.ts";

/** English. */
export const en: TextCatalogue = {
  ...firstTextEn,
  projects: projectsTextEn,
  ...analyseTextEn,
  ...fieldTextEn,
  ...valueTextEn,
  ...indicatorsTextEn,
  ...methodTextEn,
  report: reportTextEn,
  error: errorTextEn,
  catchment: catchmentTextEn,
  dispatch: dispatchTextEn,
  drawing: drawTextEn,
  failure: failureTextEn,
  file: fileTextEn,
  find: findTextEn,
  findings: findingsTextEn,
  filter: filterTextEn,
  sheetPage: sheetTextEn,
  lists: listsTextEn,
  signing: signingTextEn,
  street: streetTextEn,
  gap: gapTextEn,
  walking: walkTextEn,
  radius: radiusTextEn,
  ownRules: ownRulesTextEn,
  entry: entryTextEn,
  programme: programmeTextEn,
  personas: personasTextEn,
  figures: figuresTextEn,
  households: householdsTextEn,
  operation: operationTextEn,
  programmePage: programmePageTextEn,
  money: moneyTextEn,
  pool: poolTextEn,
  health: healthTextEn,
  riverfront: riverfrontTextEn,
  ledger: ledgerTextEn,
  minutesView: minutesTextEn,
  questions: questionTextEn,
  empty: {
    title: "No district yet",
    text: "On the server, import OpenStreetMap data, an elevation model and a boundary with this command, then reload the page.",
    command:
      "npm run import -- osm --pbf district.osm.pbf --dem elevation.tif --boundary boundary.geojson --name NAME --adcode 500000",
    reload: "Reload",
  },
  share: {
    link: "Copy link",
    error: "Report an error in this data",
    errorHint: "Say what is wrong and send it to whoever keeps the data.",
    mail: "Write an email",
    copyText: "Copy text",
    subject: "Error in the data: {{thing}}",
    text: "Item: {{thing}} ({{id}})\nSource id: {{source}}\nData version: {{version}}\nLink: {{link}}\n\nWhat is wrong: ",
  },
};
