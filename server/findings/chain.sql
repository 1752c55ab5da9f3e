-- What came of a finding: proposals and checks, the oldest first, and the writes that touched it, the newest first.
--   $1  district_id  text
--   $2  finding      text     id
--   $3  changes      integer  at most so many
SELECT
  (SELECT ST_AsGeoJSON(coalesce(finding.geom, zone.geom), 7)::jsonb
   FROM finding LEFT JOIN zone ON zone.district_id = $1 AND zone.id = finding.zone
   WHERE finding.district_id = $1 AND finding.id = $2) AS geometry,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'body', body, 'measure', measure, 'responsible', responsible,
      'proposedOn', proposed_on) ORDER BY proposed_on, id), '[]')
   FROM finding_proposal WHERE district_id = $1 AND finding = $2) AS proposals,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('version', version, 'checkedOn', checked_on, 'value', value, 'threshold', threshold,
      'outcome', outcome, 'reason', reason, 'measuredVersion', measured_version, 'toldBy', told_by, 'note', note)
      ORDER BY checked_on, version), '[]')
   FROM finding_recheck WHERE district_id = $1 AND finding = $2) AS rechecks,
  (SELECT coalesce(jsonb_agg(told ORDER BY (told ->> 'version')::bigint DESC), '[]')
   FROM (
     SELECT jsonb_build_object('version', change.version,
       'at', to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', note,
       'entity', layer, 'id', feature_id, 'before', before, 'after', after) AS told
     FROM change
     JOIN data_version written ON written.id = change.version
     WHERE change.district_id = $1
       AND ((layer = 'finding' AND feature_id = $2)
         OR (layer IN ('finding-proposal', 'finding-project', 'finding-recheck') AND starts_with(feature_id, $2 || '/')))
     ORDER BY change.version DESC
     LIMIT $3
   ) latest) AS changes;
