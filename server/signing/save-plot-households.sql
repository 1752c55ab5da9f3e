-- Makes the households of a plot those given; a kind that is not given is gone.
--   $1  district_id  text
--   $2  plot         text
--   $3  households   jsonb   array of {kind, households, areaSqm}
WITH given AS (
  SELECT * FROM jsonb_to_recordset($3::jsonb) AS row_of (kind text, households integer, "areaSqm" double precision)
), gone AS (
  DELETE FROM plot_households WHERE district_id = $1 AND plot = $2 AND kind NOT IN (SELECT kind FROM given)
)
INSERT INTO plot_households (district_id, plot, kind, households, area_sqm)
SELECT $1, $2, kind, households, "areaSqm" FROM given
ON CONFLICT (district_id, plot, kind) DO UPDATE SET households = EXCLUDED.households, area_sqm = EXCLUDED.area_sqm;
