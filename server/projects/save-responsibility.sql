-- Names who answers for a project; answers with what stood there, null where nothing did.
--   $1  district_id  text
--   $2  project      text
--   $3  unit         text  null = not named, as the two after it
--   $4  implementer  text
--   $5  leader       text
--   $6  named_on     date
WITH before AS (
  SELECT to_jsonb(own) - ARRAY['district_id', 'project_id'] AS facts
  FROM project_responsibility own WHERE district_id = $1 AND project_id = $2
), saved AS (
  INSERT INTO project_responsibility (district_id, project_id, unit, implementer, leader, named_on)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (district_id, project_id) DO UPDATE SET
    unit = EXCLUDED.unit, implementer = EXCLUDED.implementer, leader = EXCLUDED.leader, named_on = EXCLUDED.named_on
)
SELECT (SELECT facts FROM before) AS before;
