import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";

/*
 Every number of the five source documents that describes a place or the programme, line by line as they print it, with the row
 that holds it. Dates of documents are rows of programme-source.csv. ! = parts and sum, or text and context, do not agree.
*/
const MUNICIPAL_2025 = `
cq-opinion-aspects 4, cq-opinion-items 7
cq-opinion-specific 13, cq-measures 25
cq-measures-done 17, cq-measures-2025 7, cq-measures-2027 1
cq-work-aspects 6
cq-check-participants 25
cq-estates-started 8689
cq-estates-area 19200
cq-riverfront 61
cq-urban-villages 82
cq-street-networks 52
cq-walkways 797
cq-dead-ends 330
cq-drains 1
cq-survey-cities 7, cq-survey-districts 26, cq-survey-departments 35, cq-survey-units 30
cq-central-city-9 9, cq-central-city-2 2
cq-demo-projects 15
cq-awards 2.5
cq-central-grant 12
cq-disbursed 4, cq-levered 10
yuzhong-shuanggang 14
cq-demo-estates 320, cq-demo-factories 12, cq-demo-quarters 40
cq-demo-scenes 80
cq-demo-shown 4, cq-demo-shown-all 15
cq-campaigns 5
cq-four-lists 4, cq-four-batches 4
cq-plan-from 2025, cq-plan-to 2027`;
const YUZHONG_2025 = `
yuzhong-urbanisation 100
yuzhong-construction-land 17.98
yuzhong-gfa-above 4334
yuzhong-plot-ratio 2.4
yuzhong-density 3!
yuzhong-cores 1, yuzhong-wings 2, yuzhong-belts 3, yuzhong-areas 5
yuzhong-tasks 10
cn-opinion-tasks 8, cn-opinion-supports 6
yuzhong-support-systems 6!
yuzhong-measures 5
yuzhong-list-projects 67, yuzhong-list-policies 12, yuzhong-list-reforms 13, yuzhong-list-platforms 7
yuzhong-survey-from 2001, yuzhong-survey-to 2010
yuzhong-life-circle 15
yuzhong-riverfront 19.1
yuzhong-metro-18 18
yuzhong-nine 9
yuzhong-governance-levels 3`;
const MUNICIPAL_2022 = `
cq-2022-categories 6
cq-2022-not-at-will 2, cq-2022-strictly 1
cq-2022-award 3
cq-fund-total 1000!, cq-fund-mother 100!, cq-fund-daughter 900!
cq-2022-received 150
cq-2022-three-masters 5, cq-three-masters-from 2022, cq-three-masters-to 2024
cq-smart-departments 105, cq-smart-systems 334, cq-smart-scenes 26, cq-smart-components 341
cq-smart-standards 14
cq-smart-shared 4055, cq-smart-gathered 3309, cq-smart-open 1310
cq-smart-calls 142
cq-smart-kuaiban-items 42, cq-smart-kuaiban-users 2182, cq-smart-kuaiban-cases 2
cq-smart-code-users 5059, cq-smart-code-scans 66.1, cq-smart-isolation 545
cq-smart-finance-banks 33, cq-smart-finance-products 78, cq-smart-finance-users 29, cq-smart-finance-loans 420
cq-smart-zheng-bodies 241, cq-smart-zheng-users 2
cq-master-plan-from 2021, cq-master-plan-to 2035
cq-smart-plan-from 2019, cq-smart-plan-to 2022, cq-smart-scene-system 8611`;
const NATIONAL_2025 = `
cn-pilot-cities 35, cn-showcase 4, cn-dimensions 4, cn-tiers 3, cn-four-goods 4, cn-safety 3
cn-committee 1, cn-office 1, cn-platform 1`;
const TAICANG_2022 = `
taicang-plots 3
taicang-area 235
taicang-households 947!
taicang-gusong-dwelling 538, taicang-gusong-other 44, taicang-gusong-shops 72
taicang-assessment 10
taicang-state-land 8
taicang-pace 3, taicang-phase 1
taicang-ahead 100, taicang-days-sign 100, taicang-days-vacate 100, taicang-days-acquire 100
taicang-permits 1.5
taicang-school-dwelling 126, taicang-school-other 82
taicang-shengli 77, taicang-shengli-signed 74, taicang-shengli-left 3
taicang-estates 14, taicang-estate-buildings 449, taicang-estate-households 1556!, taicang-estate-area 27.8, taicang-estate-money 7560
taicang-pocket-parks 5, taicang-pocket-area 5.9
taicang-park-coverage 96.3!
taicang-park-circle 10
taicang-weekdays 5, taicang-weekend 2, taicang-begun 2021, taicang-built 1980`;
const DOCUMENTS = {
  "municipal-2025": MUNICIPAL_2025,
  "yuzhong-2025": YUZHONG_2025,
  "municipal-2022": MUNICIPAL_2022,
  "national-2025": NATIONAL_2025,
  "taicang-2022": TAICANG_2022,
} as const;
const DATED = {
  ...{
    "central-opinion-2025": "2025-05",
    "central-meeting-2025": "2025-07",
    "municipal-plan-2025": "2025-09-30",
  },
  ...{
    "municipal-land-2022": "2022-01",
    "municipal-projects-2022": "2022-03-25",
    "municipal-guide-2022": "2022-03-30",
  },
  ...{ "municipal-2025": "2025-03-24", "yuzhong-2025": "2025-12-24", "municipal-2022": "2022-04-07" },
  ...{ "national-2025": "2025-11-21", "taicang-2022": "2022" },
};
const LEVEL_OF = { yuzhong: "区级", cq: "市级", cn: "国家", taicang: "外地案例" } as const;

type Row = Readonly<Record<string, string>>;
const rowsOf = async (file: string) =>
  parse(await readFile(join(STANDARDS_DIRECTORY, file), "utf8"), { columns: true }) as Row[];

describe("the figures of the source documents", () => {
  it.each(Object.entries(DOCUMENTS))("of %s have their rows, and no others have", async (source, lines) => {
    const rows = (await rowsOf("programme-figure.csv")).filter((row) => row.source === source);
    const told = lines.split(/[\n,]/).flatMap((each) => each.trim() || []);
    expect(
      rows.map(({ code, value, flagged }) => `${code} ${value}${flagged === "true" ? "!" : ""}`).sort(),
    ).toEqual(told.sort());
    for (const { code, jurisdiction, as_of } of rows) {
      const place = code!.split("-")[0] as keyof typeof LEVEL_OF;
      expect([code, jurisdiction, /^\d{4}/.test(as_of!)]).toEqual([code, LEVEL_OF[place], true]);
    }
  });

  it("stand in documents whose dates are known", async () => {
    const rows = await rowsOf("programme-source.csv");
    expect(Object.fromEntries(rows.map(({ id, dated }) => [id, dated]))).toEqual(DATED);
  });
});
