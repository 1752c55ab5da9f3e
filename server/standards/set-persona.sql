-- Sets values of one persona.
--   $1  id      text
--   $2  fields  jsonb  values by column; columns left out stay as they are
WITH wanted AS (
  SELECT (jsonb_populate_record(persona, $2::jsonb)).* FROM persona WHERE id = $1
)
UPDATE persona SET
  flat_mps = wanted.flat_mps,
  stairs_up_horizontal_mps = wanted.stairs_up_horizontal_mps,
  stairs_down_horizontal_mps = wanted.stairs_down_horizontal_mps,
  stairs_up_vertical_mps = wanted.stairs_up_vertical_mps,
  stairs_down_vertical_mps = wanted.stairs_down_vertical_mps,
  escalator = wanted.escalator,
  lift = wanted.lift,
  max_grade = wanted.max_grade
FROM wanted WHERE persona.id = wanted.id;
