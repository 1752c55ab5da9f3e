-- How much land of an area a cover holds, by kind.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry  EPSG:4326, within the district
--   $4  cover        geometry  EPSG:4326
--   $5  parts        geometry  the cover cut small: a piece of land at its edge is cut by the parts it touches only
-- m²; 0 where nothing of a kind is covered. Pieces of one kind do not overlap, nor do parts, so areas add up. Uses
-- land_piece_geom.
WITH part AS MATERIALIZED (
  SELECT dumped.geom FROM ST_Dump($5::geometry) dumped
), piece AS MATERIALIZED (
  SELECT kind, CASE WHEN contained THEN area_sqm END AS whole_sqm,
    CASE WHEN contained THEN geom ELSE polygonal(clip_shape(geom, $3::geometry)) END AS geom
  FROM store.land_piece, LATERAL (SELECT ST_Contains($3::geometry, geom) AS contained) judged
  WHERE geom && $3::geometry AND geom && $4::geometry AND district_id = $1 AND dataset_id = $2
    AND (contained OR ST_Intersects($3::geometry, geom))
), covered AS (
  SELECT kind, CASE WHEN ST_Covers($4::geometry, geom) THEN coalesce(whole_sqm, area_sqm(geom))
    WHEN ST_Intersects($4::geometry, geom) THEN (
      SELECT sum(area_sqm(polygonal(ST_Intersection(piece.geom, part.geom))))
      FROM part WHERE part.geom && piece.geom AND ST_Intersects(part.geom, piece.geom))
    END AS sqm
  FROM piece
)
SELECT coalesce(sum(sqm) FILTER (WHERE kind = 'land'), 0) AS "land",
  coalesce(sum(sqm) FILTER (WHERE kind = 'construction'), 0) AS "construction",
  coalesce(sum(sqm) FILTER (WHERE kind = 'residential'), 0) AS "residential"
FROM covered;
