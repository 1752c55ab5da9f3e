-- How long the footpaths of an area are that are not step-free, in metres.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry          EPSG:4326, within the district
--   $4  grade        double precision  greatest rise ÷ length, inclusive
-- Paths and stairs of the walking network whose middle lies in the area. A path that has no steps and whose rise is not
-- known is not judged. Uses walk_edge_geom.
WITH walk AS (
  SELECT length_m, CASE WHEN kind = 'stairs' OR NOT step_free THEN true ELSE abs(climb_m) > $4 * length_m END AS verdict
  FROM store.walk_edge
  WHERE geom && $3::geometry AND district_id = $1 AND dataset_id = $2 AND NOT context AND kind IN ('path', 'stairs')
    AND ST_Intersects($3::geometry, ST_LineInterpolatePoint(geom, 0.5))
)
SELECT coalesce(sum(length_m) FILTER (WHERE verdict), 0) AS "value", coalesce(sum(length_m), 0) AS "of",
  coalesce(sum(length_m) FILTER (WHERE verdict IS NULL), 0) AS "unknown"
FROM walk;
