-- Takes down what is counted of a stage on a day, in place of what stood there; a stage of the plot itself is reached on one day.
--   $1  district_id  text
--   $2  plot         text
--   $3  stage        text
--   $4  counted_on   date
--   $5  counts       jsonb   array of {kind, households, areaSqm}
WITH given AS (
  SELECT * FROM jsonb_to_recordset($5::jsonb) AS row_of (kind text, households integer, "areaSqm" double precision)
), moved AS (
  DELETE FROM signing_count
  WHERE district_id = $1 AND plot = $2 AND stage = $3 AND kind = 'plot' AND counted_on <> $4::date
)
INSERT INTO signing_count (district_id, plot, stage, counted_on, kind, households, area_sqm)
SELECT $1, $2, $3, $4::date, kind, households, "areaSqm" FROM given
ON CONFLICT (district_id, plot, stage, kind, counted_on)
DO UPDATE SET households = EXCLUDED.households, area_sqm = EXCLUDED.area_sqm;
