-- Findings of a district that pass all filters, a page after the other: the gravest first, then by date, the latest first.
--   $1   district_id  text
--   $2   levels       text[]   who asks may see
--   $3   ids          text[]   null = all
--   $4   severities   text[]   any of them, as the next two
--   $5   states       text[]
--   $6   sources      text[]
--   $7   indicator    text     code
--   $8   zone         text     id of a zone that a point of the finding lies in
--   $9   project      text     id of a project that takes it up
--   $10  pattern      text     for ILIKE on the title, wildcards escaped
--   $11  limit        integer
--   $12  offset       integer
-- A filter that is null is passed by all. A finding lies at its own place, else in its zone; of a zone who asks may not see it
-- is not told. total counts the findings of all pages.
WITH placed AS (
  SELECT finding.*, zone.name_zh AS zone_zh, zone.name_en AS zone_en, coalesce(finding.geom, zone.geom) AS shape,
    ST_PointOnSurface(coalesce(finding.geom, zone.geom)) AS place
  FROM finding
  LEFT JOIN zone ON zone.district_id = finding.district_id AND zone.id = finding.zone
  WHERE finding.district_id = $1 AND finding.level = ANY ($2) AND (zone.id IS NULL OR zone.level = ANY ($2))
    AND ($3::text[] IS NULL OR finding.id = ANY ($3)) AND ($4::text[] IS NULL OR severity = ANY ($4))
    AND ($6::text[] IS NULL OR source = ANY ($6)) AND ($7::text IS NULL OR indicator = $7)
    AND ($9::text IS NULL OR EXISTS (
      SELECT FROM finding_project link
      WHERE link.district_id = $1 AND link.finding = finding.id AND link.project_id = $9))
    AND ($10::text IS NULL OR title ILIKE $10)
)
SELECT placed.id, placed.title, placed.note, placed.edition, placed.indicator, indicator.name_zh AS "indicatorZh",
  indicator.name_en AS "indicatorEn", indicator.unit, indicator.direction, indicator.computability, indicator.clause,
  indicator.status AS "clauseStatus", placed.zone, zone_zh AS "zoneZh", zone_en AS "zoneEn", severity, placed.source,
  standing.state, value, placed.threshold, placed.as_of AS "asOf", measured_version AS "measuredVersion", placed.level,
  CASE WHEN place IS NOT NULL THEN ARRAY[ST_X(place), ST_Y(place)] END AS place,
  CASE WHEN shape IS NOT NULL THEN ARRAY[ST_XMin(shape), ST_YMin(shape), ST_XMax(shape), ST_YMax(shape)] END AS extent,
  taken.projects, (count(*) OVER ())::int AS total
FROM placed
JOIN finding_standing standing ON standing.district_id = $1 AND standing.id = placed.id
LEFT JOIN health_indicator indicator ON indicator.edition = placed.edition AND indicator.code = placed.indicator
LEFT JOIN finding_term term ON term.kind = 'severity' AND term.code = placed.severity
CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', project.id, 'nameZh', name_zh, 'nameEn', name_en, 'stage', stage,
    'place', jsonb_build_array(ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))),
    'extent', jsonb_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom))) ORDER BY project.id), '[]') AS projects
  FROM finding_project link
  JOIN project ON project.district_id = $1 AND project.id = link.project_id AND project.level = ANY ($2)
  WHERE link.district_id = $1 AND link.finding = placed.id
) taken
WHERE ($5::text[] IS NULL OR standing.state = ANY ($5))
  AND ($8::text IS NULL OR EXISTS (
    SELECT FROM zone asked
    WHERE asked.district_id = $1 AND asked.id = $8 AND asked.level = ANY ($2) AND ST_Intersects(asked.geom, placed.place)))
ORDER BY term.ordinal, placed.as_of DESC, placed.id
LIMIT $11 OFFSET $12;
