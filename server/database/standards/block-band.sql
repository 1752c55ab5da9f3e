-- Makes the bands of residential blocks those of the file.
--   $1  jsonb  array of objects with the columns of the table, from block-band.csv
WITH given AS (
  SELECT * FROM jsonb_populate_recordset(NULL::block_band, $1::jsonb)
),
gone AS (
  DELETE FROM block_band WHERE storey_class NOT IN (SELECT storey_class FROM given)
)
INSERT INTO block_band
SELECT * FROM given
ON CONFLICT (storey_class) DO UPDATE SET
  name_zh = EXCLUDED.name_zh,
  name_en = EXCLUDED.name_en,
  floors_from = EXCLUDED.floors_from,
  floors_to = EXCLUDED.floors_to,
  plot_ratio_min = EXCLUDED.plot_ratio_min,
  plot_ratio_max = EXCLUDED.plot_ratio_max,
  site_coverage_max = EXCLUDED.site_coverage_max,
  standard = EXCLUDED.standard,
  edition = EXCLUDED.edition,
  clause = EXCLUDED.clause,
  status = EXCLUDED.status,
  source = EXCLUDED.source;
