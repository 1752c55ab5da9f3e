-- What is on record of an estate, null where nothing is, and the last writes that touched it, the newest first.
--   $1  district_id  text
--   $2  estate       text     id
--   $3  changes      integer  at most so many
SELECT
  (SELECT jsonb_build_object('surveyedOn', surveyed_on, 'surveyedBy', surveyed_by, 'findings', findings, 'works', works,
      'consentScope', consent_scope, 'consentOn', consent_on, 'owners', owners, 'ownersVoted', owners_voted,
      'ownersAgreed', owners_agreed, 'ownedSqm', owned_sqm, 'votedSqm', voted_sqm, 'agreedSqm', agreed_sqm)
   FROM estate_record WHERE district_id = $1 AND estate_id = $2) AS record,
  (SELECT coalesce(jsonb_agg(told ORDER BY (told ->> 'version')::bigint DESC), '[]')
   FROM (
     SELECT jsonb_build_object('version', change.version,
       'at', to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', note,
       'entity', layer, 'id', feature_id, 'before', before, 'after', after) AS told
     FROM change
     JOIN data_version written ON written.id = change.version
     WHERE change.district_id = $1 AND layer = 'estate-record' AND feature_id = $2
     ORDER BY change.version DESC
     LIMIT $3
   ) latest) AS changes;
