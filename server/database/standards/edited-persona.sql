-- Puts the edited values back into the personas just loaded, and remembers what is shipped now. No parameters.
WITH shipped AS (
  UPDATE walking_edit SET shipped = to_jsonb(persona) -> walking_edit.field
  FROM persona WHERE walking_edit.kind = 'persona' AND persona.id = walking_edit.id
),
edited AS (
  SELECT id, jsonb_object_agg(field, value) AS fields FROM walking_edit WHERE kind = 'persona' GROUP BY id
),
wanted AS (
  SELECT (jsonb_populate_record(persona, edited.fields)).* FROM persona JOIN edited USING (id)
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
