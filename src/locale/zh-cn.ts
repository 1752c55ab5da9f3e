import { analyseTextZhCn } from "./analyse-text-zh-cn.ts";
import { catchmentTextZhCn } from "./catchment-text-zh-cn.ts";
import { dispatchTextZhCn } from "./dispatch-text-zh-cn.ts";
import { drawTextZhCn } from "./draw-text-zh-cn.ts";
import { entryTextZhCn } from "./entry-text-zh-cn.ts";
import { errorTextZhCn, failureTextZhCn } from "./failure-text-zh-cn.ts";
import { fieldTextZhCn } from "./field-text-zh-cn.ts";
import { figuresTextZhCn } from "./figures-text-zh-cn.ts";
import { fileTextZhCn } from "./file-text-zh-cn.ts";
import { filterTextZhCn } from "./filter-text-zh-cn.ts";
import { findTextZhCn } from "./find-text-zh-cn.ts";
import { findingsTextZhCn } from "./findings-text-zh-cn.ts";
import { firstTextZhCn } from "./first-text-zh-cn.ts";
import { gapTextZhCn } from "./gap-text-zh-cn.ts";
import { healthTextZhCn } from "./health-text-zh-cn.ts";
import { householdsTextZhCn } from "./households-text-zh-cn.ts";
import { indicatorsTextZhCn } from "./indicators-text-zh-cn.ts";
import { ledgerTextZhCn } from "./ledger-text-zh-cn.ts";
import { listsTextZhCn } from "./lists-text-zh-cn.ts";
import { methodTextZhCn } from "./method-text-zh-cn.ts";
import { minutesTextZhCn } from "./minutes-text-zh-cn.ts";
import { moneyTextZhCn } from "./money-text-zh-cn.ts";
import { operationTextZhCn } from "./operation-text-zh-cn.ts";
import { ownRulesTextZhCn } from "./own-rules-text-zh-cn.ts";
import { personasTextZhCn } from "./personas-text-zh-cn.ts";
import { poolTextZhCn } from "./pool-text-zh-cn.ts";
import { programmePageTextZhCn } from "./programme-page-text-zh-cn.ts";
import { programmeTextZhCn } from "./programme-text-zh-cn.ts";
import { projectsTextZhCn } from "./projects-text-zh-cn.ts";
import { questionTextZhCn } from "./question-text-zh-cn.ts";
import { radiusTextZhCn } from "./radius-text-zh-cn.ts";
import { reportTextZhCn } from "./report-text-zh-cn.ts";
import { riverfrontTextZhCn } from "./riverfront-text-zh-cn.ts";
import { sheetTextZhCn } from "./sheet-text-zh-cn.ts";
import { signingTextZhCn } from "./signing-text-zh-cn.ts";
import { streetTextZhCn } from "./street-text-zh-cn.ts";
import { valueTextZhCn } from "./value-text-zh-cn.ts";
import { walkTextZhCn } from "./walk-text-zh-cn.ts";
import type { Widened } from "./widened.ts";

/** 简体中文。Each catalogue is a file per feature; both languages hold the same keys. */
export const zhCn = {
  ...firstTextZhCn,
  projects: projectsTextZhCn,
  ...analyseTextZhCn,
  ...fieldTextZhCn,
  ...valueTextZhCn,
  ...indicatorsTextZhCn,
  ...methodTextZhCn,
  report: reportTextZhCn,
  error: errorTextZhCn,
  catchment: catchmentTextZhCn,
  dispatch: dispatchTextZhCn,
  drawing: drawTextZhCn,
  failure: failureTextZhCn,
  file: fileTextZhCn,
  filter: filterTextZhCn,
  find: findTextZhCn,
  findings: findingsTextZhCn,
  gap: gapTextZhCn,
  walking: walkTextZhCn,
  radius: radiusTextZhCn,
  ownRules: ownRulesTextZhCn,
  entry: entryTextZhCn,
  programme: programmeTextZhCn,
  personas: personasTextZhCn,
  figures: figuresTextZhCn,
  households: householdsTextZhCn,
  operation: operationTextZhCn,
  programmePage: programmePageTextZhCn,
  money: moneyTextZhCn,
  pool: poolTextZhCn,
  health: healthTextZhCn,
  riverfront: riverfrontTextZhCn,
  ledger: ledgerTextZhCn,
  minutesView: minutesTextZhCn,
  questions: questionTextZhCn,
  sheetPage: sheetTextZhCn,
  lists: listsTextZhCn,
  signing: signingTextZhCn,
  street: streetTextZhCn,
  empty: {
    title: "还没有任何行政区",
    text: "请在服务器上用下面的命令导入 OpenStreetMap 数据、高程模型与边界，完成后刷新本页。",
    command:
      "npm run import -- osm --pbf 区.osm.pbf --dem 高程.tif --boundary 边界.geojson --name 某某区 --adcode 500000",
    reload: "刷新",
  },
  share: {
    link: "复制链接",
    error: "数据有误？",
    errorHint: "写明错在哪里，发给数据的管理者。",
    mail: "发邮件",
    copyText: "复制文字",
    subject: "数据有误：{{thing}}",
    text: "对象：{{thing}}（{{id}}）\n来源编号：{{source}}\n数据版本：{{version}}\n链接：{{link}}\n\n错误之处：",
  },
};

/** The shape of every catalogue: the same keys, each a text. */
export type TextCatalogue = Widened<typeof zhCn>;
