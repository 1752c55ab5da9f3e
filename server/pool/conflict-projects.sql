-- The projects of a district as conflicts are judged by them: years, stage, and who pays, by the ledger, else as they told.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
-- extent is west, south, east, north in degrees.
WITH ledger AS (
  SELECT project_id, array_agg(DISTINCT kind) AS kinds FROM project_money
  WHERE district_id = $1 AND level = ANY ($2) GROUP BY project_id
)
SELECT id, code, name_zh AS "nameZh", name_en AS "nameEn", stage, year_start AS "yearStart", year_end AS "yearEnd",
  box_of(geom) AS extent, ST_Dimension(geom) = 2 AS "isArea",
  coalesce(kinds, ARRAY(SELECT paid ->> 'source' FROM jsonb_array_elements(amounts) paid)) AS sources
FROM project
LEFT JOIN ledger ON ledger.project_id = project.id
WHERE district_id = $1 AND level = ANY ($2);
