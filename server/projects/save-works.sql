-- Takes down what a project builds and whom it rehouses; answers with what stood there, null where nothing did.
--   $1   district_id            text
--   $2   project                text
--   $3   new_sqm                double precision  floor area above ground, new and rebuilt; null = not told, as all of these
--   $4   exempt_new_sqm         double precision
--   $5   exempt_demolished_sqm  double precision
--   $6   exempt_basis           text
--   $7   relocated_households   integer
--   $8   rehoused_households    integer
--   $9   basis                  text
--   $10  dated                  date
--   $11  policy_track           text              null = follows none
WITH before AS (
  SELECT to_jsonb(own) - ARRAY['district_id', 'project_id'] AS facts
  FROM project_works own WHERE district_id = $1 AND project_id = $2
), saved AS (
  INSERT INTO project_works (district_id, project_id, new_sqm, exempt_new_sqm, exempt_demolished_sqm, exempt_basis,
    relocated_households, rehoused_households, basis, dated, policy_track)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (district_id, project_id) DO UPDATE SET
    new_sqm = EXCLUDED.new_sqm, exempt_new_sqm = EXCLUDED.exempt_new_sqm,
    exempt_demolished_sqm = EXCLUDED.exempt_demolished_sqm, exempt_basis = EXCLUDED.exempt_basis,
    relocated_households = EXCLUDED.relocated_households, rehoused_households = EXCLUDED.rehoused_households,
    basis = EXCLUDED.basis, dated = EXCLUDED.dated, policy_track = EXCLUDED.policy_track
)
SELECT (SELECT facts FROM before) AS before;
