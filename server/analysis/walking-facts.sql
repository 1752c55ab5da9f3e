-- What the walking data of a dataset holds and lacks, for answers that rest on it.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]   who asks may see
-- "facilities" counts per category (context included) and those taken from a proxy tag. "nearEdge" are the ordinals of
-- buildings not wholly farther than the parameter edge-of-data (metres) from the outline of the walking data, taken as the
-- convex hull of its nodes. Reads the whole network, so it is asked once per data version.
WITH hull AS (
  SELECT ST_ConvexHull(ST_Collect(geom)) AS geom FROM store.walk_node WHERE district_id = $1 AND dataset_id = $2
), core AS MATERIALIZED (
  SELECT ST_Buffer(hull.geom::geography, -value)::geometry AS geom
  FROM hull, walking_parameter WHERE name = 'edge-of-data' AND hull.geom IS NOT NULL
), kind AS (
  SELECT category, count(*)::int AS count, (count(*) FILTER (WHERE certainty = 'proxy'))::int AS proxy
  FROM store.facility WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) GROUP BY category
), edge AS (
  SELECT count(*)::int AS edges, (count(*) FILTER (WHERE climb_m IS NULL AND kind <> 'lift'))::int AS without_rise,
    (count(*) FILTER (WHERE climb_m IS NULL AND kind = 'lift'))::int AS lifts_without_rise
  FROM store.walk_edge WHERE district_id = $1 AND dataset_id = $2
)
SELECT edges AS "edges", without_rise AS "edgesWithoutRise", lifts_without_rise AS "liftsWithoutRise",
  (SELECT coalesce(jsonb_object_agg(category, jsonb_build_object('count', count, 'proxy', proxy)), '{}') FROM kind) AS "facilities",
  ARRAY(SELECT ordinal FROM store.building, core
    WHERE district_id = $1 AND dataset_id = $2 AND NOT ST_Contains(core.geom, building.geom)) AS "nearEdge"
FROM edge;
