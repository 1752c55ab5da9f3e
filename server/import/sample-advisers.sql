-- Adds the advisers of the sample district, their visits and the steps they signed; what is there already stays as it is.
--   $1  district_id  text
--   $2  given        jsonb  {advisers, visits, steps}: arrays of objects with columns of adviser, adviser_visit, project_evidence
WITH advisers AS (
  INSERT INTO adviser (district_id, id, name, profession, organisation, zones, since, until, source, level)
  SELECT $1, id, name, profession, organisation, zones, since, until, source, level
  FROM jsonb_populate_recordset(NULL::adviser, $2::jsonb -> 'advisers')
  ON CONFLICT DO NOTHING
), visits AS (
  INSERT INTO adviser_visit (district_id, id, adviser, zone, project_id, visited_on, subject, advice)
  SELECT $1, id, adviser, zone, project_id, visited_on, subject, advice
  FROM jsonb_populate_recordset(NULL::adviser_visit, $2::jsonb -> 'visits')
  ON CONFLICT DO NOTHING
)
INSERT INTO project_evidence (district_id, project_id, kind, held_on, body, zone, attendance, votes_for, votes_against, passed,
  note, adviser)
SELECT $1, project_id, kind, held_on, body, zone, attendance, votes_for, votes_against, passed, note, adviser
FROM jsonb_populate_recordset(NULL::project_evidence, $2::jsonb -> 'steps')
ON CONFLICT DO NOTHING;
