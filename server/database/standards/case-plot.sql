-- Makes the rows of case_plot those of the file.
--   $1  jsonb  array of objects with the columns of the table, from case-plot.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::case_plot, $1::jsonb)
),
gone AS (
  DELETE FROM case_plot WHERE ordinal NOT IN (SELECT ordinal FROM given)
)
INSERT INTO case_plot
SELECT * FROM given
ON CONFLICT (ordinal) DO UPDATE SET
  plot = EXCLUDED.plot, case_zh = EXCLUDED.case_zh, case_en = EXCLUDED.case_en, name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en, kind = EXCLUDED.kind, households = EXCLUDED.households, signed = EXCLUDED.signed,
  stated_figure = EXCLUDED.stated_figure, as_of = EXCLUDED.as_of, source = EXCLUDED.source,
  note_zh = EXCLUDED.note_zh, note_en = EXCLUDED.note_en;
