-- How long the walking network is within an area, by kind, and how much of it is free of steps, passable in a wheelchair, steep.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry          EPSG:4326, within the district
--   $4  max_grade    double precision  rise over length beyond which a wheelchair does not go, inclusive; NULL = none
-- Lengths in metres within the area. An unknown rise counts as flat for the grade and is in "unknownM", not in "climbM".
-- Uses the index walk_edge_geom.
WITH part AS MATERIALIZED (
  SELECT kind, climb_m, edge.length_m, step_free AND kind NOT IN ('stairs', 'escalator') AS step_free,
    CASE WHEN ST_Contains($3::geometry, geom) THEN edge.length_m
      WHEN ST_Intersects($3::geometry, geom) THEN least(edge.length_m, length_m(clip_shape(geom, $3::geometry))) END AS inside_m
  FROM store.walk_edge edge
  WHERE geom && $3::geometry AND district_id = $1 AND dataset_id = $2
)
SELECT kind, count(*)::int AS "edges", sum(inside_m) AS "lengthM", coalesce(sum(inside_m) FILTER (WHERE step_free), 0) AS "stepFreeM",
  coalesce(sum(inside_m) FILTER (WHERE step_free AND ($4::double precision IS NULL OR length_m = 0
    OR coalesce(abs(climb_m), 0) / length_m <= $4 + 1e-9)), 0) AS "wheelchairM",
  coalesce(sum(inside_m) FILTER (WHERE climb_m IS NULL), 0) AS "unknownM",
  coalesce(sum(abs(climb_m) * inside_m / nullif(length_m, 0)), 0) AS "climbM"
FROM part WHERE inside_m IS NOT NULL
GROUP BY kind ORDER BY kind;
