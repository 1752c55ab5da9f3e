-- Makes what is asked before a stage is entered those of the file.
--   $1  jsonb  array of objects with the columns of the table, from stage-guard.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::stage_guard, $1::jsonb)
),
gone AS (
  DELETE FROM stage_guard WHERE guard NOT IN (SELECT guard FROM given)
)
INSERT INTO stage_guard
SELECT * FROM given
ON CONFLICT (guard) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  stages = EXCLUDED.stages,
  name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en,
  require_zh = EXCLUDED.require_zh,
  require_en = EXCLUDED.require_en,
  codes = EXCLUDED.codes,
  limit_value = EXCLUDED.limit_value,
  jurisdiction = EXCLUDED.jurisdiction,
  as_of = EXCLUDED.as_of,
  clause = EXCLUDED.clause,
  source = EXCLUDED.source,
  status = EXCLUDED.status,
  reach_m = EXCLUDED.reach_m;
