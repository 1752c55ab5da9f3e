-- Makes the personas those of the file. Speeds in m/s; an empty stair speed means stairs are forbidden.
--   $1  jsonb  array of objects with the columns of the table, from persona.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::persona, $1::jsonb)
),
gone AS (
  DELETE FROM persona
  WHERE id NOT IN (SELECT id FROM given)
)
INSERT INTO persona
SELECT * FROM given
ON CONFLICT (id) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en,
  flat_mps = EXCLUDED.flat_mps,
  stairs_up_horizontal_mps = EXCLUDED.stairs_up_horizontal_mps,
  stairs_down_horizontal_mps = EXCLUDED.stairs_down_horizontal_mps,
  stairs_up_vertical_mps = EXCLUDED.stairs_up_vertical_mps,
  stairs_down_vertical_mps = EXCLUDED.stairs_down_vertical_mps,
  escalator = EXCLUDED.escalator,
  lift = EXCLUDED.lift,
  max_grade = EXCLUDED.max_grade,
  step_free = EXCLUDED.step_free,
  group_ages = EXCLUDED.group_ages,
  status = EXCLUDED.status,
  source = EXCLUDED.source,
  source_en = EXCLUDED.source_en;
