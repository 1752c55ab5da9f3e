-- Makes the standards of public green for each resident those of the file.
--   $1  jsonb  array of objects with the columns of the table, from park-area-standard.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::park_area_standard, $1::jsonb)
),
gone AS (
  DELETE FROM park_area_standard WHERE tier NOT IN (SELECT tier FROM given)
)
INSERT INTO park_area_standard
SELECT * FROM given
ON CONFLICT (tier) DO UPDATE SET
  sqm_per_resident = EXCLUDED.sqm_per_resident,
  renewal_share = EXCLUDED.renewal_share,
  park_sqm_min = EXCLUDED.park_sqm_min,
  park_width_m_min = EXCLUDED.park_width_m_min,
  clause = EXCLUDED.clause,
  status = EXCLUDED.status,
  source = EXCLUDED.source,
  note = EXCLUDED.note;
