-- What was written of the households of a plot, the newest first, and its files that can be taken back. Internal.
--   $1  district_id  text
--   $2  plot         text
--   $3  limit        integer
SELECT
  (SELECT coalesce(jsonb_agg(told ORDER BY (told ->> 'version')::bigint DESC), '[]') FROM (
     SELECT jsonb_build_object('version', change.version,
       'at', to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', note,
       'entity', layer, 'id', feature_id, 'before', before, 'after', after) AS told
     FROM change JOIN data_version written ON written.id = change.version
     WHERE change.district_id = $1 AND layer = 'household' AND starts_with(feature_id, $2 || '/')
     ORDER BY change.version DESC LIMIT $3
   ) latest) AS changes,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('version', taken.version,
     'at', to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'file', file_name,
     'households', (SELECT count(*) FROM change WHERE version = taken.version AND layer = 'household')) ORDER BY taken.version DESC), '[]')
   FROM household_import taken JOIN data_version written ON written.id = taken.version
   WHERE taken.district_id = $1 AND taken.plot = $2 AND undone_by IS NULL) AS imports,
  (SELECT count(*)::int FROM household WHERE district_id = $1 AND plot = $2) AS known;
