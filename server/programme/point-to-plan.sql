-- Points a project to a plan, or to none; answers with the plan it pointed to, and with no row where there is no such plan.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  project      text
--   $4  plan         text    id of an implementation plan; null = none
WITH before AS (
  SELECT (SELECT plan_document FROM project_state WHERE district_id = $1 AND project_id = $3) AS plan
  WHERE $4::text IS NULL OR EXISTS (
    SELECT FROM plan_document
    WHERE district_id = $1 AND id = $4 AND kind = 'implementation-plan' AND level = ANY ($2))
), saved AS (
  INSERT INTO project_state (district_id, project_id, plan_document)
  SELECT $1, $3, $4 FROM before
  ON CONFLICT (district_id, project_id) DO UPDATE SET plan_document = EXCLUDED.plan_document
)
SELECT plan FROM before;
