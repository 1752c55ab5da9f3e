-- Makes the rows of consent_threshold those of the file.
--   $1  jsonb  array of objects with the columns of the table, from consent-threshold.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::consent_threshold, $1::jsonb)
),
gone AS (
  DELETE FROM consent_threshold WHERE (purpose, ordinal) NOT IN (SELECT purpose, ordinal FROM given)
)
INSERT INTO consent_threshold
SELECT * FROM given
ON CONFLICT (purpose, ordinal) DO UPDATE SET
  stage = EXCLUDED.stage, base = EXCLUDED.base, measure = EXCLUDED.measure, numerator = EXCLUDED.numerator,
  denominator = EXCLUDED.denominator, inclusive = EXCLUDED.inclusive, jurisdiction = EXCLUDED.jurisdiction,
  as_of = EXCLUDED.as_of, clause = EXCLUDED.clause, source = EXCLUDED.source, status = EXCLUDED.status;
