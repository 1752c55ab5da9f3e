-- The steps of a project, the oldest first, what was done for it, and the last writes that touched it, the newest first.
--   $1  district_id  text
--   $2  project      text     id
--   $3  changes      integer  at most so many
--   $4  levels       text[]   who asks may see: returns of the dispatch and units have levels of their own
--   $5  hidden       text[]   fields of a unit who asks is not told
-- A guard of a step may have been judged by who sees what is internal: why is told to such readers only.
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('version', step.version, 'from', from_stage, 'to', to_stage, 'kind', kind,
      'at', to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', reason,
      'overrideReason', override_reason, 'guards', CASE WHEN 'internal' = ANY ($4) THEN guards
        ELSE (SELECT coalesce(jsonb_agg(guard || '{"reasons": []}' ORDER BY at), '[]')
          FROM jsonb_array_elements(guards) WITH ORDINALITY AS judged (guard, at)) END) ORDER BY step.version), '[]')
   FROM stage_step step
   JOIN data_version written ON written.id = step.version
   WHERE step.district_id = $1 AND project_id = $2) AS steps,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', evidence.kind, 'heldOn', held_on, 'body', body, 'zone', zone,
      'attendance', attendance, 'votesFor', votes_for, 'votesAgainst', votes_against, 'passed', passed, 'note', note,
      'adviser', adviser.id, 'adviserName', adviser.name,
      'files', CASE WHEN 'internal' = ANY ($4) THEN
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'mediaType', media_type, 'bytes', length(content),
           'addedAt', to_char(added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY added_at, file.id), '[]')
         FROM evidence_file file
         WHERE file.district_id = $1 AND file.project_id = $2 AND file.kind = evidence.kind) END)
      ORDER BY ordinal), '[]')
   FROM project_evidence evidence
   LEFT JOIN project_term term ON term.kind = 'evidence' AND term.code = evidence.kind
   LEFT JOIN adviser ON adviser.district_id = $1 AND adviser.id = evidence.adviser AND adviser.level = ANY ($4)
   WHERE evidence.district_id = $1 AND project_id = $2) AS evidence,
  (SELECT coalesce(jsonb_agg(told ORDER BY (told ->> 'version')::bigint DESC), '[]')
   FROM (
     SELECT jsonb_build_object('version', change.version,
       'at', to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', note,
       'entity', layer, 'id', feature_id,
       'before', CASE WHEN layer = 'operation-unit' THEN before - $5::text[] ELSE before END,
       'after', CASE WHEN layer = 'operation-unit' THEN after - $5::text[] ELSE after END) AS told
     FROM change
     JOIN data_version written ON written.id = change.version
     WHERE change.district_id = $1
       AND ((layer = 'project' AND feature_id = $2)
         OR (layer IN ('project-plan', 'project-evidence', 'project-money', 'project-income', 'project-responsibility',
             'project-works', 'project-target', 'project-reading', 'project-survey', 'project-scope')
           AND starts_with(feature_id, $2 || '/'))
         OR (layer = 'evidence-file' AND 'internal' = ANY ($4) AND starts_with(feature_id, $2 || '/'))
         OR (layer = 'dispatch-return' AND starts_with(feature_id, $2 || '/')
           AND coalesce(before ->> 'level' = ANY ($4), true) AND coalesce(after ->> 'level' = ANY ($4), true))
         OR (layer = 'operation-unit' AND starts_with(feature_id, $2 || '/')
           AND (before IS NULL OR before - $5::text[] <> after - $5::text[])
           AND EXISTS (SELECT FROM operation_unit unit
             WHERE unit.district_id = $1 AND $2 || '/' || unit.id = feature_id AND unit.level = ANY ($4))))
     ORDER BY change.version DESC
     LIMIT $3
   ) latest) AS changes;
