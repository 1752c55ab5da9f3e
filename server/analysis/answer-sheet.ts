import { listFilterPresets } from "../catalogue/filter-presets.ts";
import type { AnswerSheetParams, AnswerSheetResult } from "../contract/answer-sheet.ts";
import { loadSql } from "../database/sql.ts";
import { density } from "./density.ts";
import { countSets, FILTER_METHOD } from "./filter-count.ts";
import { lifeCircleCoverage } from "./life-circle-coverage.ts";
import { ownMethod } from "./method.ts";
import { plotRatio } from "./plot-ratio.ts";
import type { Answered, Reading } from "./reading.ts";

const sql = loadSql("./answer-sheet.sql", import.meta.url);

const METHOD = [
  ownMethod("zones", "Zones that share area with the asked one; shares are ratios of areas in degrees."),
  ownMethod("projects", "Projects whose geometry meets the area, those at its outline included."),
];

/** Everything about one area on one sheet; the buildings inside are found once for all parts. */
export async function answerSheet(
  reading: Reading,
  params: AnswerSheetParams,
): Promise<Answered<AnswerSheetResult>> {
  const headlines = (await listFilterPresets(reading.database, reading.area.levels)).filter(
    ({ headline }) => headline,
  );
  // they read the same buildings; what else each asks the database is asked side by side where it has more than one session
  const [densityPart, plotRatioPart, coveragePart, counts, surroundings] = await Promise.all([
    density(reading),
    plotRatio(reading),
    lifeCircleCoverage(reading, params),
    countSets(
      reading,
      headlines.map(({ conditions }) => conditions),
    ),
    readSurroundings(reading),
  ]);
  const parts = [densityPart, plotRatioPart, coveragePart];
  const methods = [...parts.flatMap(({ method }) => method), ...FILTER_METHOD, ...METHOD];
  return {
    result: {
      density: densityPart.result,
      plotRatio: plotRatioPart.result,
      lifeCircleCoverage: coveragePart.result,
      filterCounts: headlines.map(({ name, titleZh, titleEn, conditions }, index) => ({
        ...{ name, titleZh, titleEn, conditions },
        result: counts[index]!.result,
      })),
      ...surroundings,
    },
    // parts share some methods word for word
    method: [...new Map(methods.map((line) => [`${line.quantity} ${line.text}`, line])).values()],
    dataQuality: parts.flatMap(({ dataQuality }) => dataQuality),
  };
}

type Surroundings = Pick<AnswerSheetResult, "zones" | "projects">;

async function readSurroundings({ database, area }: Reading): Promise<Surroundings> {
  const { rows } = await database.query<Surroundings>(sql, [
    area.districtId,
    area.levels,
    area.geometry,
    area.insideDistrictShare,
  ]);
  return rows[0]!;
}
