-- The personas in force, in their order, with what of them was edited here. Speeds in m/s, null = forbidden or no limit.
SELECT id, name_zh AS "nameZh", name_en AS "nameEn", flat_mps AS "flatMps",
  stairs_up_horizontal_mps AS "stairsUpHorizontalMps", stairs_down_horizontal_mps AS "stairsDownHorizontalMps",
  stairs_up_vertical_mps AS "stairsUpVerticalMps", stairs_down_vertical_mps AS "stairsDownVerticalMps",
  escalator, lift, max_grade AS "maxGrade", step_free AS "stepFree", group_ages AS "groupAges", source, source_en AS "sourceEn", status,
  (SELECT coalesce(jsonb_object_agg(field, jsonb_build_object('shipped', shipped, 'actorId', actor_id,
      'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))), '{}')
    FROM walking_edit WHERE kind = 'persona' AND walking_edit.id = persona.id) AS "edits"
FROM persona
ORDER BY ordinal;
