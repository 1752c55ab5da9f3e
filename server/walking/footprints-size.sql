-- How many footprints sums are made of, and the rings and points they have: the room they need.
--   $1  district_id  text
--   $2  dataset_id   integer
-- "ordinals" is how many buildings there are in all, as theirs are dense.
SELECT count(*)::int AS "ordinals", (count(*) FILTER (WHERE in_sums))::int AS "buildings",
  coalesce(sum(ST_NRings(geom)) FILTER (WHERE in_sums), 0)::int AS "rings",
  coalesce(sum(ST_NPoints(geom)) FILTER (WHERE in_sums), 0)::int AS "points"
FROM store.building
WHERE district_id = $1 AND dataset_id = $2;
