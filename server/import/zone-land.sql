-- Writes the land area of one zone: the land pieces inside it.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  zone id      text
UPDATE store.zone SET land_area_sqm = coalesce((
  SELECT sum(area_sqm(CASE WHEN ST_CoveredBy(land_piece.geom, zone.geom) THEN land_piece.geom
    ELSE polygonal(clip_shape(land_piece.geom, zone.geom)) END))
  FROM store.land_piece
  WHERE land_piece.district_id = $1 AND land_piece.dataset_id = $2 AND land_piece.kind = 'land'
    AND land_piece.geom && zone.geom
), 0)
WHERE district_id = $1 AND dataset_id = $2 AND id = $3;
