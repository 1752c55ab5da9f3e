-- Takes down what was done for a project, in place of what stood there; answers with that, null where nothing did.
--   $1   district_id    text
--   $2   project        text
--   $3   kind           text
--   $4   held_on        date
--   $5   body           text     who held it
--   $6   zone           text     id; null = of no zone
--   $7   attendance     integer  null = not given, as the two after it
--   $8   votes_for      integer
--   $9   votes_against  integer
--   $10  passed         boolean
--   $11  note           text
--   $12  adviser        text     id of who signed; null = nobody
WITH before AS (
  SELECT to_jsonb(evidence) - ARRAY['district_id', 'project_id', 'kind'] AS facts
  FROM project_evidence evidence WHERE district_id = $1 AND project_id = $2 AND kind = $3
), saved AS (
  INSERT INTO project_evidence
    (district_id, project_id, kind, held_on, body, zone, attendance, votes_for, votes_against, passed, note, adviser)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (district_id, project_id, kind) DO UPDATE SET
    held_on = EXCLUDED.held_on, body = EXCLUDED.body, zone = EXCLUDED.zone, attendance = EXCLUDED.attendance,
    votes_for = EXCLUDED.votes_for, votes_against = EXCLUDED.votes_against, passed = EXCLUDED.passed, note = EXCLUDED.note,
    adviser = EXCLUDED.adviser
)
SELECT (SELECT facts FROM before) AS before;
