-- The projects of a district as conflicts are judged by them: years, stage, and who pays, by the ledger, else as they told.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  asked        jsonb   filters as judge_projects takes them
-- passes: it passes the filters. extent is west, south, east, north in degrees.
WITH ledger AS (
  SELECT project_id, array_agg(DISTINCT kind) AS kinds FROM project_money
  WHERE district_id = $1 AND level = ANY ($2) GROUP BY project_id
)
SELECT project.id, code, name_zh AS "nameZh", name_en AS "nameEn", stage, year_start AS "yearStart", year_end AS "yearEnd",
  ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS extent,
  ST_Dimension(geom) = 2 AS "isArea",
  coalesce(kinds, ARRAY(SELECT paid ->> 'source' FROM jsonb_array_elements(amounts) paid)) AS sources,
  in_categories AND in_tasks AND in_stages AND in_year AND in_renewal_district AND in_unit AND in_funds AND in_rest AS passes
FROM judge_projects($1, $2, $3::jsonb) judged
JOIN project ON project.district_id = $1 AND project.id = judged.id
LEFT JOIN ledger ON ledger.project_id = project.id;
