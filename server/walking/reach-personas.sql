-- The personas as walking sees them, in their order; speeds in m/s, null = forbidden or no limit.
SELECT id, flat_mps AS "flatMps",
  stairs_up_horizontal_mps AS "stairsUpHorizontalMps", stairs_down_horizontal_mps AS "stairsDownHorizontalMps",
  stairs_up_vertical_mps AS "stairsUpVerticalMps", stairs_down_vertical_mps AS "stairsDownVerticalMps",
  escalator, lift, max_grade AS "maxGrade", step_free AS "stepFree"
FROM persona
ORDER BY ordinal;
