-- An outline of walking times: how large it is, and what lies in it.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  outline      geometry  MultiPolygon as WKB, EPSG:4326, valid; may be empty
-- The area in m² on the ellipsoid. Buildings, parts and duplicates left out, by the share of their footprint inside;
-- "residents" is null where no building there has them. "ordinals" and "shares" are arrays as text in one order. A footprint
-- at the edge is cut by the part of the outline about it, as the whole one has hundreds of corners. The outline stays a
-- parameter: only a constant is prepared once for all buildings. Uses building_geom.
WITH inside AS MATERIALIZED (
  SELECT ordinal, residents, CASE WHEN ST_Contains(ST_SetSRID($4::geometry, 4326), geom) THEN 1
    WHEN ST_Intersects(ST_SetSRID($4::geometry, 4326), geom) THEN (
      SELECT least(1, ST_Area(clip_shape(geom, CASE WHEN ST_IsValid(about) THEN about ELSE ST_SetSRID($4::geometry, 4326) END)) / ST_Area(geom))
      FROM ST_ClipByBox2D(ST_SetSRID($4::geometry, 4326), ST_Expand(geom, 1e-5)) about
    )
    ELSE 0 END AS share
  FROM store.building
  WHERE geom && ST_SetSRID($4::geometry, 4326) AND district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[])
)
SELECT (SELECT CASE WHEN ST_IsEmpty(geom) THEN 0 ELSE area_sqm(geom) END FROM ST_SetSRID($4::geometry, 4326) geom) AS "areaSqm",
  coalesce(sum(share), 0) AS "buildings", sum(share * residents) AS "residents", coalesce(array_agg(ordinal)::text, '{}') AS "ordinals",
  coalesce(array_agg(share)::text, '{}') AS "shares", count(*)::int AS "count"
FROM inside WHERE share > 0;
