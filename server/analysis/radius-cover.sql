-- What lies within a radius of some places, as the crow flies: the shape, and the buildings that stand in it.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  walkways     boolean             whether the ids are of walkways, else of facilities
--   $4  ids          text[]
--   $5  radii        double precision[]  metres, inclusive, in the order of the ids
--   $6  from_centre  boolean             measured from the middle of the place, else from its outline
-- "cover" is EWKB, EPSG:4326, NULL where there is no place; "parts" the same cut small. A circle is drawn with 128 corners:
-- its area is right to 0.05 %. "ordinals" is an array as text: buildings whose point on the footprint, from which walks
-- begin, lies in the cover. Uses building_stands_at.
WITH served AS (
  SELECT facility.geom, radius
  FROM unnest($4::text[], $5::float8[]) AS asked (id, radius)
  JOIN store.facility USING (id)
  WHERE NOT $3::boolean AND district_id = $1 AND dataset_id = $2
  UNION ALL
  SELECT walkway.geom, radius
  FROM unnest($4::text[], $5::float8[]) AS asked (id, radius)
  JOIN store.walkway USING (id)
  WHERE $3::boolean AND district_id = $1 AND dataset_id = $2
), cover AS MATERIALIZED (
  SELECT polygonal(ST_Union(ST_Buffer((CASE WHEN $6::boolean THEN ST_Centroid(geom) ELSE geom END)::geography, radius,
    'quad_segs=32')::geometry)) AS geom
  FROM served
), part AS MATERIALIZED (
  SELECT part.geom FROM cover, ST_Subdivide(cover.geom, 64) part (geom)
), stands AS MATERIALIZED (
  -- a point where two parts meet is found twice; part by part, so that each is prepared once
  SELECT DISTINCT ordinal
  FROM part CROSS JOIN LATERAL (
    SELECT ordinal FROM store.building
    WHERE stands_at && part.geom AND district_id = $1 AND dataset_id = $2 AND ST_Intersects(part.geom, stands_at) OFFSET 0
  ) inside
)
SELECT ST_AsEWKB(geom) AS "cover", (SELECT ST_AsEWKB(ST_Collect(geom)) FROM part) AS "parts",
  (SELECT coalesce(array_agg(ordinal), '{}')::text FROM stands) AS "ordinals",
  (SELECT count(*)::int FROM stands) AS "count"
FROM cover;
