-- One persona's stored reach to one category in the live dataset of a district, with what it was computed from.
--   $1  district_id  text
--   $2  persona      text
--   $3  category     text
-- No row: the reach of that persona is not computed yet. "toS" null: the data holds no facility of the category. Arrays as
-- text, by building ordinal; whole seconds, NULL = not within the limit; "onNetwork" is one character a building, t or f.
-- "known" false: there is no such category.
SELECT run.dataset_id AS "datasetId", run.inputs_sha256 AS "inputsSha256", array_to_string(run.on_network, '') AS "onNetwork",
  reach.to_s::text AS "toS", reach.from_s::text AS "fromS",
  EXISTS (SELECT FROM facility_category WHERE code = $3) AS "known"
FROM reach_run run
LEFT JOIN reach ON reach.district_id = run.district_id AND reach.dataset_id = run.dataset_id
  AND reach.persona = run.persona AND reach.category = $3
WHERE run.district_id = $1 AND run.persona = $2;
