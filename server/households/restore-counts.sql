-- The numbers of a plot as they were counted by hand, in place of those that followed its households, none of which is left.
--   $1  district_id  text
--   $2  plot         text
--   $3  kinds        jsonb   array of {kind, households, areaSqm}
--   $4  counts       jsonb   array of {stage, kind, on, households, areaSqm}
WITH kinds AS (
  INSERT INTO plot_households (district_id, plot, kind, households, area_sqm)
  SELECT $1, $2, kind, households, "areaSqm"
  FROM jsonb_to_recordset($3::jsonb) AS given (kind text, households integer, "areaSqm" double precision)
)
INSERT INTO signing_count (district_id, plot, stage, kind, counted_on, households, area_sqm)
SELECT $1, $2, stage, kind, "on", households, "areaSqm"
FROM jsonb_to_recordset($4::jsonb) AS given (stage text, kind text, "on" date, households integer, "areaSqm" double precision);
