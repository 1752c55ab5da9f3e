-- Makes the figures of the programme those of the file.
--   $1  jsonb  array of objects with the columns of the table, from programme-figure.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::programme_figure, $1::jsonb)
),
gone AS (
  DELETE FROM programme_figure WHERE code NOT IN (SELECT code FROM given)
)
INSERT INTO programme_figure
SELECT * FROM given
ON CONFLICT (code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, theme = EXCLUDED.theme, adcode = EXCLUDED.adcode, jurisdiction = EXCLUDED.jurisdiction,
  name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, qualifier = EXCLUDED.qualifier, value = EXCLUDED.value,
  unit_zh = EXCLUDED.unit_zh, unit_en = EXCLUDED.unit_en, nature = EXCLUDED.nature, as_of = EXCLUDED.as_of,
  source = EXCLUDED.source, leads_to = EXCLUDED.leads_to, counted_by = EXCLUDED.counted_by,
  note_zh = EXCLUDED.note_zh, note_en = EXCLUDED.note_en, flagged = EXCLUDED.flagged;
