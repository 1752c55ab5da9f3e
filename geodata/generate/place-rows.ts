import type { City } from "./city.ts";
import { eachAlone, geoLine, geoLines, geoPoint, geoPolygons } from "./geometry.ts";
import { readLandmarks } from "./landmarks.ts";
import type { SampleRow } from "./sample-district.ts";

/** Metro lines, stations and entrances as rows. */
export function metroRows({ stations, metroLines, outline }: City) {
  const { plane } = outline;
  return {
    lines: metroLines.map(
      ({ ref, nameZh, nameEn, colour, line }): SampleRow => ({
        id: `metro-line:${ref}`,
        source_id: `sample/metro-line/${ref}`,
        name_zh: nameZh,
        name_en: nameEn,
        ref,
        colour,
        geom: geoLines(plane, [line]),
      }),
    ),
    stations: stations.map(
      ({ id, nameZh, nameEn, lines, context, place }): SampleRow => ({
        id,
        source_id: `sample/${id}`,
        name_zh: nameZh,
        name_en: nameEn,
        lines,
        context,
        geom: geoPoint(plane, place),
      }),
    ),
    entrances: stations.flatMap(({ id, nameZh, nameEn, entrances, context }) =>
      entrances.map(
        (entrance, at): SampleRow => ({
          id: `${id}/${at + 1}`,
          source_id: `sample/${id}/${at + 1}`,
          station: id,
          ref: String(at + 1),
          name_zh: `${nameZh}站${at + 1}号口(示意)`,
          name_en: `${nameEn} exit ${at + 1} (schematic)`,
          context,
          geom: geoPoint(plane, entrance),
        }),
      ),
    ),
  };
}

/** The landmarks as rows, each where its source puts it. */
export function landmarkRows({ outline: { plane } }: City): SampleRow[] {
  return readLandmarks(plane).map(({ nameZh, nameEn, place, use, accuracyM }) => ({
    id: `landmark:${nameZh}`,
    source_id: `sample/landmark/${nameZh}`,
    kind: use,
    name_zh: nameZh,
    name_en: nameEn,
    accuracy_m: accuracyM,
    geom: geoPoint(plane, place),
  }));
}

/** The riverfront as rows. */
export function riverfrontRows({ riverfront, outline }: City): SampleRow[] {
  return riverfront.map(({ id, nameZh, nameEn, river, lengthM, accessPoints, line }) => ({
    id,
    source_id: `sample/${id}`,
    name_zh: nameZh,
    name_en: nameEn,
    river,
    length_m: Math.round(lengthM * 100) / 100,
    access_points: accessPoints,
    geom: geoLine(outline.plane, line),
  }));
}

/** The projects as rows. */
export function projectRows({ projects, outline }: City): SampleRow[] {
  return projects.map((project) => ({
    id: project.id,
    source_id: `sample/${project.id}`,
    code: project.code,
    name_zh: project.nameZh,
    name_en: project.nameEn,
    categories: project.categories,
    stage: project.stage,
    renewal_district: project.renewalDistrict,
    summary_zh: project.summaryZh,
    summary_en: project.summaryEn,
    year_start: project.yearStart,
    year_end: project.yearEnd,
    amounts: project.amounts,
    level: project.level,
    geom: geoPolygons(outline.plane, eachAlone(project.sites)),
  }));
}
