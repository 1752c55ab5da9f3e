-- How much construction land of an area lies in communities more densely lived in than a bound, in m².
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]            who asks may see
--   $4  area         geometry          EPSG:4326, within the district
--   $5  bound        double precision  residents for each km² of land, exclusive
-- A community is judged as a whole, by the buildings of which a point lies in it; its construction land counts as far as it
-- lies in the area. "zones" is how many communities touch the area. "lacking" lists at most 200 of the dense, by name.
-- Uses zone_geom, building_geom, land_piece_geom.
WITH community AS MATERIALIZED (
  SELECT id, name_zh, name_en, land_area_sqm, geom, clip_shape(geom, $4::geometry) AS inside
  FROM store.zone
  WHERE district_id = $1 AND dataset_id = $2 AND kind = 'community' AND level = ANY ($3::text[]) AND geom && $4::geometry
    AND ST_Intersects(geom, $4::geometry)
), dense AS MATERIALIZED (
  SELECT * FROM community
  WHERE land_area_sqm > 0 AND (
    SELECT sum(residents) FROM store.building
    WHERE building.geom && community.geom AND district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[])
      AND ST_Intersects(community.geom, ST_PointOnSurface(building.geom))
  ) > $5 * land_area_sqm / 1e6
), listed AS (
  SELECT id, name_zh AS "nameZh", name_en AS "nameEn" FROM dense ORDER BY name_zh, id LIMIT 200
)
SELECT (SELECT count(*)::int FROM community) AS "zones", (SELECT coalesce(json_agg(listed), '[]') FROM listed) AS "lacking",
  coalesce((
    SELECT sum(CASE WHEN ST_Contains(dense.inside, piece.geom) THEN piece.area_sqm
      ELSE area_sqm(polygonal(clip_shape(piece.geom, dense.inside))) END)
    FROM dense JOIN store.land_piece piece ON piece.geom && dense.inside
    WHERE piece.district_id = $1 AND piece.dataset_id = $2 AND piece.kind = 'construction'
      AND ST_Intersects(piece.geom, dense.inside)
  ), 0) AS "sqm";
