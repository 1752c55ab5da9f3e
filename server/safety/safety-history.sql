-- All that is on record of a building in the archive, and the last writes that touched it, the newest first. Internal.
--   $1  district_id  text
--   $2  building     text     id
--   $3  changes      integer  at most so many
SELECT
  (SELECT jsonb_build_object('fundAccount', fund_account, 'insuredUntil', insured_until, 'disposition', disposition,
      'measures', measures)
   FROM safety_file WHERE district_id = $1 AND building_id = $2) AS file,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'inspectedOn', inspected_on, 'inspector', inspector,
      'grade', grade, 'result', result) ORDER BY inspected_on DESC, id DESC), '[]')
   FROM safety_inspection WHERE district_id = $1 AND building_id = $2) AS inspections,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'foundOn', found_on, 'description', description,
      'closedOn', closed_on, 'closing', closing) ORDER BY closed_on IS NOT NULL, found_on DESC, id DESC), '[]')
   FROM safety_hazard WHERE district_id = $1 AND building_id = $2) AS hazards,
  (SELECT coalesce(jsonb_agg(told ORDER BY (told ->> 'version')::bigint DESC), '[]')
   FROM (
     SELECT jsonb_build_object('version', change.version,
       'at', to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', note,
       'entity', layer, 'id', feature_id, 'before', before, 'after', after) AS told
     FROM change
     JOIN data_version written ON written.id = change.version
     WHERE change.district_id = $1 AND layer IN ('safety-file', 'safety-inspection', 'safety-hazard')
       AND (feature_id = $2 OR starts_with(feature_id, $2 || '/'))
     ORDER BY change.version DESC
     LIMIT $3
   ) latest) AS changes;
