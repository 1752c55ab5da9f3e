-- The projects of a district, a page after the other.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  id           text     null = all projects
--   $4  after_id     text     greater ids only, exclusive; '' = from the first
--   $5  limit        integer
-- total counts the projects of all pages; extent is west, south, east, north in degrees.
SELECT id, code, name_zh AS "nameZh", name_en AS "nameEn", categories, stage, year_start AS "yearStart",
  year_end AS "yearEnd", summary_zh AS "summaryZh", summary_en AS "summaryEn",
  ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS extent,
  (SELECT count(*)::int FROM project WHERE district_id = $1 AND level = ANY ($2::text[])) AS total
FROM project
WHERE district_id = $1 AND level = ANY ($2::text[]) AND ($3::text IS NULL OR id = $3) AND id > $4
ORDER BY id
LIMIT $5;
