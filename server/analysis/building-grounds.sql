-- Where the buildings of a dataset stand: a point on each footprint, and the community and subdistrict it lies in.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]   who asks may see the zones
-- Arrays as text by ordinal from 0: "lon" and "lat" in degrees, EPSG:4326 (the point from which reach is measured); "community"
-- and "subdistrict" count zones of "zones" from 0, NULL = in none. A point on a shared outline lies in the first. Reads the
-- whole dataset, so it is asked once per data version. Zone by zone, so that each shape is prepared once. Uses
-- building_stands_at.
WITH zone_of AS MATERIALIZED (
  SELECT (row_number() OVER (ORDER BY kind, id) - 1)::int AS number, id, kind, name_zh, name_en, geom
  FROM store.zone
  WHERE district_id = $1 AND dataset_id = $2 AND kind IN ('community', 'subdistrict') AND level = ANY ($3::text[])
), placed AS (
  SELECT ordinal, min(number) FILTER (WHERE kind = 'community') AS community,
    min(number) FILTER (WHERE kind = 'subdistrict') AS subdistrict
  FROM zone_of
  CROSS JOIN LATERAL (
    -- OFFSET 0: the zone stays the outer side
    SELECT ordinal FROM store.building
    WHERE stands_at && zone_of.geom AND district_id = $1 AND dataset_id = $2 AND ST_Covers(zone_of.geom, stands_at) OFFSET 0
  ) inside
  GROUP BY ordinal
)
SELECT count(*)::int AS "count", coalesce(array_agg(ST_X(stands_at) ORDER BY ordinal), '{}')::text AS "lon",
  coalesce(array_agg(ST_Y(stands_at) ORDER BY ordinal), '{}')::text AS "lat",
  coalesce(array_agg(community ORDER BY ordinal), '{}')::text AS "community",
  coalesce(array_agg(subdistrict ORDER BY ordinal), '{}')::text AS "subdistrict",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'nameZh', name_zh, 'nameEn', name_en) ORDER BY number), '[]')
    FROM zone_of) AS "zones"
FROM store.building LEFT JOIN placed USING (ordinal)
WHERE district_id = $1 AND dataset_id = $2;
