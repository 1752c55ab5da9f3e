-- The batches of the projects of a district in a year, each with its projects, and how many it cannot tell.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  year         integer  of the local time of China
-- undated counts those that stand in or past a stage of a dated batch, but when they entered it is unknown. extent in degrees.
WITH judged AS (
  SELECT own.batch, project.id, name_zh, name_en, geom, is_in, is_undated
  FROM projects_of_batches($1, $2, $3) own
  JOIN project ON project.district_id = $1 AND project.id = own.project_id
)
SELECT batch.batch, batch.name_zh AS "nameZh", batch.name_en AS "nameEn", batch.dated, batch.basis_zh AS "basisZh",
  batch.basis_en AS "basisEn", batch.jurisdiction, batch.as_of AS "asOf", batch.clause, batch.source,
  batch.status AS "clauseStatus",
  coalesce(jsonb_agg(jsonb_build_object('id', judged.id, 'nameZh', judged.name_zh, 'nameEn', judged.name_en, 'extent',
    jsonb_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom))) ORDER BY judged.id)
    FILTER (WHERE is_in), '[]') AS projects,
  (count(*) FILTER (WHERE is_undated))::int AS undated
FROM project_batch batch
LEFT JOIN judged ON judged.batch = batch.batch
GROUP BY batch.batch
ORDER BY batch.ordinal;
