-- Sets every building of a district down again, moved a little each time, so that the city is as much denser as is asked for.
--   $1  district            text
--   $2  how many copies     integer, of each building there is
-- geom is EPSG:4326; a copy stands about 30 m from its building. Copies count in no sum and are on no network.
WITH original AS (
  SELECT *, count(*) OVER ()::int AS total FROM store.building WHERE district_id = $1 AND level = 'public'
)
INSERT INTO store.building
  (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source, height_m, gfa_above_sqm, use, year_built,
   in_sums, geom)
SELECT district_id, dataset_id, id || '.' || copy, ordinal + copy * total, footprint_sqm, floors_above, floors_source,
  height_m, gfa_above_sqm, use, year_built, false, ST_Translate(geom, 0.0003 * cos(copy * 1.5), 0.0003 * sin(copy * 1.5))
FROM original CROSS JOIN generate_series(1, $2::int) AS copy
