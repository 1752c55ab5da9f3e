-- Takes down what a project costs; answers with what stood there, null = nothing, and with no row where there is no such project.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  project      text
--   $4  total_yuan   bigint  null = unknown
--   $5  own_yuan     bigint  what has to come back; null = unknown
--   $6  dated        date
--   $7  basis        text
WITH found AS (
  SELECT id FROM project WHERE district_id = $1 AND id = $3 AND level = ANY ($2)
), before AS (
  SELECT jsonb_build_object('totalYuan', total_yuan, 'ownYuan', own_yuan, 'dated', dated, 'basis', basis) AS facts
  FROM project_investment WHERE district_id = $1 AND project_id = $3
), saved AS (
  INSERT INTO project_investment (district_id, project_id, total_yuan, own_yuan, dated, basis)
  SELECT $1, id, $4, $5, $6, $7 FROM found
  ON CONFLICT (district_id, project_id) DO UPDATE SET
    total_yuan = EXCLUDED.total_yuan, own_yuan = EXCLUDED.own_yuan, dated = EXCLUDED.dated, basis = EXCLUDED.basis
)
SELECT (SELECT facts FROM before) AS before FROM found;
