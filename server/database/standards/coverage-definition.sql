-- Makes the definitions of radius coverage those of the file; the radii of those that are gone go with them.
--   $1  jsonb  array of objects with the columns of the table, from coverage-definition.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::coverage_definition, $1::jsonb)
),
gone AS (
  DELETE FROM coverage_definition WHERE id NOT IN (SELECT id FROM given)
)
INSERT INTO coverage_definition
SELECT * FROM given
ON CONFLICT (id) DO UPDATE SET
  ordinal = EXCLUDED.ordinal,
  analysis = EXCLUDED.analysis,
  supply = EXCLUDED.supply,
  categories = EXCLUDED.categories,
  land = EXCLUDED.land,
  measured_from = EXCLUDED.measured_from,
  title_zh = EXCLUDED.title_zh,
  title_en = EXCLUDED.title_en,
  edition = EXCLUDED.edition,
  clause = EXCLUDED.clause,
  status = EXCLUDED.status,
  source = EXCLUDED.source,
  source_en = EXCLUDED.source_en,
  note = EXCLUDED.note,
  note_en = EXCLUDED.note_en;
