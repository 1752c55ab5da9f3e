-- The households of a plot by kind, in place of what stood there; their area is known where that of each is.
--   $1  district_id  text
--   $2  plot         text
INSERT INTO plot_households (district_id, plot, kind, households, area_sqm)
SELECT $1, $2, kind, count(*), CASE WHEN bool_and(area_sqm IS NOT NULL) THEN sum(area_sqm) END
FROM household WHERE district_id = $1 AND plot = $2
GROUP BY kind;
