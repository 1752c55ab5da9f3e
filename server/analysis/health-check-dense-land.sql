-- How much construction land of an area lies in communities more densely lived in than a bound, in m².
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]            who asks may see
--   $4  area         geometry          EPSG:4326, within the district
--   $5  bound        double precision  residents for each km² of land, exclusive
-- A community is judged as a whole, by the buildings of which a point lies in it; its construction land counts as far as it
-- lies in the area. "unknownSqm" is that of communities with buildings of whose residents none are known; "zones" is how many
-- communities touch the area. "lacking" lists at most 200 of the dense, by name. Uses zone_geom, building_stands_at, land_piece_geom.
WITH community AS MATERIALIZED (
  SELECT id, name_zh, name_en, clip_shape(geom, $4::geometry) AS inside, (
    SELECT CASE WHEN count(*) = 0 THEN false ELSE sum(residents) > $5 * zone.land_area_sqm / 1e6 END FROM store.building
    WHERE stands_at && zone.geom AND district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[])
      AND ST_Intersects(zone.geom, stands_at)
  ) AS dense
  FROM store.zone
  WHERE district_id = $1 AND dataset_id = $2 AND kind = 'community' AND level = ANY ($3::text[]) AND geom && $4::geometry
    AND ST_Intersects(geom, $4::geometry) AND land_area_sqm > 0
), measured AS MATERIALIZED (
  SELECT dense, sum(CASE WHEN ST_Contains(inside, piece.geom) THEN piece.area_sqm
    ELSE area_sqm(polygonal(clip_shape(piece.geom, inside))) END) AS sqm
  FROM community JOIN store.land_piece piece ON piece.geom && inside
  WHERE dense IS NOT false AND piece.district_id = $1 AND piece.dataset_id = $2 AND piece.kind = 'construction'
    AND ST_Intersects(piece.geom, inside)
  GROUP BY dense
), listed AS (
  SELECT id, name_zh AS "nameZh", name_en AS "nameEn" FROM community WHERE dense ORDER BY name_zh, id LIMIT 200
)
SELECT (SELECT count(*)::int FROM community) AS "zones", (SELECT coalesce(json_agg(listed), '[]') FROM listed) AS "lacking",
  coalesce((SELECT sqm FROM measured WHERE dense), 0) AS "sqm",
  coalesce((SELECT sqm FROM measured WHERE dense IS NULL), 0) AS "unknownSqm";
