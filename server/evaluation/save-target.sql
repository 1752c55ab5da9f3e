-- Sets what an indicator of a zone was and is to be for a project; answers with what was set before, null where nothing was.
--   $1   district_id   text
--   $2   project       text
--   $3   edition       text
--   $4   indicator     text    code
--   $5   zone          text    id
--   $6   before_value  double precision  in the unit of the indicator; null = not known
--   $7   before_on     date
--   $8   target_value  double precision
--   $9   target_year   smallint
--   $10  basis         text
--   $11  level         text
WITH before AS (
  SELECT to_jsonb(own) - ARRAY['district_id', 'project_id'] AS facts FROM project_target own
  WHERE district_id = $1 AND project_id = $2 AND edition = $3 AND indicator = $4 AND zone = $5
), saved AS (
  INSERT INTO project_target (district_id, project_id, edition, indicator, zone, before_value, before_on, target_value,
    target_year, basis, level)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (district_id, project_id, edition, indicator, zone) DO UPDATE SET
    before_value = EXCLUDED.before_value, before_on = EXCLUDED.before_on, target_value = EXCLUDED.target_value,
    target_year = EXCLUDED.target_year, basis = EXCLUDED.basis, level = EXCLUDED.level
)
SELECT (SELECT facts FROM before) AS before;
