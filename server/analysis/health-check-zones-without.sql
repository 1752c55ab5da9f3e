-- How many zones of a kind have no facility of some categories near them.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]            who asks may see
--   $4  area         geometry          EPSG:4326, within the district
--   $5  kind         text              of the zones
--   $6  categories   text[]
--   $7  metres       double precision  from the boundary of the zone, geodesic, inclusive; inside is 0
-- Zones of which a point on them lies in the area. "held" tells whether the data has any such facility. "lacking" lists at
-- most 200 by name. Uses facility_geom.
WITH served AS MATERIALIZED (
  SELECT geom FROM store.facility
  WHERE district_id = $1 AND dataset_id = $2 AND category = ANY ($6::text[]) AND level = ANY ($3::text[])
), judged AS (
  SELECT id, name_zh, name_en, EXISTS (
    SELECT FROM served WHERE served.geom && near.box AND ST_DWithin(served.geom::geography, zone.geom::geography, $7::float8)
  ) AS has
  FROM store.zone
  CROSS JOIN LATERAL (
    -- degrees that hold so many metres anywhere in the zone, so that few distances are measured; OFFSET 0: once for a zone
    SELECT ST_Expand(zone.geom, $7::float8 / (110000 * cos(radians(greatest(abs(ST_YMin(zone.geom)), abs(ST_YMax(zone.geom)))))),
      $7::float8 / 110000) AS box OFFSET 0
  ) near
  WHERE district_id = $1 AND dataset_id = $2 AND kind = $5 AND level = ANY ($3::text[]) AND geom && $4::geometry
    AND ST_Intersects($4::geometry, ST_PointOnSurface(geom))
), listed AS (
  SELECT id, name_zh AS "nameZh", name_en AS "nameEn" FROM judged WHERE NOT has ORDER BY name_zh, id LIMIT 200
)
SELECT count(*) FILTER (WHERE NOT has)::int AS "value", count(*)::int AS "of", EXISTS (SELECT FROM served) AS "held",
  (SELECT coalesce(json_agg(listed), '[]') FROM listed) AS "lacking"
FROM judged;
