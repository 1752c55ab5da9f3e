-- Takes down a line of a year; answers with what stood there, null = nothing, and with no row where there is no such project.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  project      text
--   $4  year         smallint
--   $5  kind         text     a code of income_kind
--   $6  amount_yuan  bigint   null = unknown
--   $7  basis        text
WITH found AS (
  SELECT id FROM project WHERE district_id = $1 AND id = $3 AND level = ANY ($2)
), before AS (
  SELECT jsonb_build_object('amountYuan', amount_yuan, 'basis', basis) AS facts
  FROM project_income WHERE district_id = $1 AND project_id = $3 AND year = $4 AND kind = $5
), saved AS (
  INSERT INTO project_income (district_id, project_id, year, kind, amount_yuan, basis)
  SELECT $1, id, $4, $5, $6, $7 FROM found
  ON CONFLICT (district_id, project_id, year, kind) DO UPDATE SET amount_yuan = EXCLUDED.amount_yuan, basis = EXCLUDED.basis
)
SELECT (SELECT facts FROM before) AS before FROM found;
