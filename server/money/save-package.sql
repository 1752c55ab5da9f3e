-- Makes the projects of a package those given.
--   $1  district_id  text
--   $2  id           text
--   $3  projects     text[]
WITH gone AS (
  DELETE FROM funding_package_project WHERE district_id = $1 AND package = $2 AND project_id <> ALL ($3::text[])
)
INSERT INTO funding_package_project (district_id, package, project_id)
SELECT $1, $2, given.id FROM unnest($3::text[]) AS given (id)
ON CONFLICT DO NOTHING;
