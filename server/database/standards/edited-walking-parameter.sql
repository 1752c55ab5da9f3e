-- Puts the edited values back into the walking parameters just loaded, as far as they are within the bounds of the file,
-- and remembers what is shipped now. No parameters.
WITH shipped AS (
  UPDATE walking_edit SET shipped = to_jsonb(walking_parameter.value)
  FROM walking_parameter WHERE walking_edit.kind = 'walking-parameter' AND walking_parameter.name = walking_edit.id
)
UPDATE walking_parameter SET value = least(maximum, greatest(minimum, (walking_edit.value #>> '{}')::double precision))
FROM walking_edit WHERE walking_edit.kind = 'walking-parameter' AND walking_edit.id = walking_parameter.name;
