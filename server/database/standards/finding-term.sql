-- Makes the words of the register of findings those of the file.
--   $1  jsonb  array of objects with the columns of the table, from finding-term.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::finding_term, $1::jsonb)
),
gone AS (
  DELETE FROM finding_term WHERE (kind, code) NOT IN (SELECT kind, code FROM given)
)
INSERT INTO finding_term
SELECT * FROM given
ON CONFLICT (kind, code) DO UPDATE SET
  ordinal = EXCLUDED.ordinal, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, basis_zh = EXCLUDED.basis_zh,
  basis_en = EXCLUDED.basis_en, jurisdiction = EXCLUDED.jurisdiction, as_of = EXCLUDED.as_of, clause = EXCLUDED.clause,
  source = EXCLUDED.source, status = EXCLUDED.status;
