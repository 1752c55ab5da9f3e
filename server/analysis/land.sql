-- Land, construction land and residential land of an area.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry  EPSG:4326, within the district
-- m²; null where the dataset holds no land of that kind at all. Land is the district without its water. Pieces of one kind
-- do not overlap, so their areas add up. Uses the index land_piece_geom and the key of land_piece.
WITH piece AS MATERIALIZED (
  SELECT kind, sum(CASE WHEN ST_Contains($3::geometry, geom) THEN land_piece.area_sqm
    WHEN ST_Intersects($3::geometry, geom) THEN area_sqm(polygonal(clip_shape(geom, $3::geometry))) ELSE 0 END) AS area_sqm
  FROM store.land_piece
  WHERE geom && $3::geometry AND district_id = $1 AND dataset_id = $2
  GROUP BY kind
), held AS (
  SELECT kind, EXISTS (
    SELECT FROM store.land_piece piece WHERE district_id = $1 AND dataset_id = $2 AND piece.kind = asked.kind
  ) AS held, coalesce((SELECT area_sqm FROM piece WHERE piece.kind = asked.kind), 0) AS area_sqm
  FROM (VALUES ('land'), ('construction'), ('residential')) asked (kind)
)
SELECT max(area_sqm) FILTER (WHERE kind = 'land') AS "landAreaSqm",
  max(area_sqm) FILTER (WHERE kind = 'construction' AND held) AS "constructionLandSqm",
  max(area_sqm) FILTER (WHERE kind = 'residential' AND held) AS "residentialLandSqm"
FROM held;
