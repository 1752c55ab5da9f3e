-- Where the buildings of an area stand: a point on each footprint, and the community and subdistrict it lies in.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]     who asks may see
--   $4  ordinals     integer[]  the buildings inside
-- Arrays as text in the order of $4: "lon" and "lat" in degrees, EPSG:4326 (the point from which reach is measured);
-- "community" and "subdistrict" count zones of "zones" from 0, NULL = in none. A point on a shared outline lies in the first.
-- Zone by zone, so that each shape is prepared once. Uses the key (dataset_id, ordinal) and the index building_geom.
WITH zone_of AS MATERIALIZED (
  SELECT (row_number() OVER (ORDER BY kind, id) - 1)::int AS number, id, kind, name_zh, name_en, geom
  FROM store.zone
  WHERE district_id = $1 AND dataset_id = $2 AND kind IN ('community', 'subdistrict') AND level = ANY ($3::text[])
), stands AS MATERIALIZED (
  SELECT position, ordinal, ST_PointOnSurface(geom) AS point
  FROM unnest($4::integer[]) WITH ORDINALITY AS part (ordinal, position)
  JOIN store.building USING (ordinal) WHERE district_id = $1 AND dataset_id = $2
), placed AS (
  SELECT position, min(number) FILTER (WHERE kind = 'community') AS community,
    min(number) FILTER (WHERE kind = 'subdistrict') AS subdistrict
  FROM zone_of
  CROSS JOIN LATERAL (
    -- OFFSET 0: the zone stays the outer side
    SELECT ordinal FROM store.building
    WHERE building.geom && zone_of.geom AND district_id = $1 AND dataset_id = $2 OFFSET 0
  ) near
  JOIN stands USING (ordinal)
  WHERE zone_of.geom && (SELECT ST_SetSRID(ST_Extent(point)::geometry, 4326) FROM stands) AND ST_Covers(zone_of.geom, point)
  GROUP BY position
)
SELECT coalesce(array_agg(ST_X(point) ORDER BY position), '{}')::text AS "lon",
  coalesce(array_agg(ST_Y(point) ORDER BY position), '{}')::text AS "lat",
  coalesce(array_agg(community ORDER BY position), '{}')::text AS "community",
  coalesce(array_agg(subdistrict ORDER BY position), '{}')::text AS "subdistrict",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'nameZh', name_zh, 'nameEn', name_en) ORDER BY number), '[]')
    FROM zone_of) AS "zones"
FROM stands LEFT JOIN placed USING (position);
