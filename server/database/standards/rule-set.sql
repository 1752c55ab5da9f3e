-- Upserts the rule sets. Those not in the file stay: an administrator may have loaded them.
--   $1  jsonb  array of objects with the columns of the table, from rule-set.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::rule_set, $1::jsonb)
)
INSERT INTO rule_set
SELECT * FROM given
ON CONFLICT (id) DO UPDATE SET
  title_zh = EXCLUDED.title_zh,
  title_en = EXCLUDED.title_en,
  edition = EXCLUDED.edition,
  issued = EXCLUDED.issued,
  effective = EXCLUDED.effective,
  jurisdiction = EXCLUDED.jurisdiction,
  status = EXCLUDED.status,
  note = EXCLUDED.note;
