-- Cuts the land of one rectangular cell of a district into pieces.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  west   $4  south   $5  east   $6  north   double precision, degrees
--   $7  first id     integer
-- Land is the district zone without water; construction and residential (class R) are land use on land, united first, so
-- that pieces of one kind never overlap. Uses the GiST indexes of water and land_use.
WITH cell AS (
  SELECT polygonal(clip_shape(geom, ST_MakeEnvelope($3::float8, $4::float8, $5::float8, $6::float8, 4326))) AS geom
  FROM store.zone WHERE district_id = $1 AND dataset_id = $2::integer AND kind = 'district'
), wet AS (
  SELECT ST_Union(polygonal(clip_shape(water.geom, cell.geom)), 1e-12) AS geom
  FROM cell JOIN store.water ON water.geom && cell.geom
  WHERE water.district_id = $1 AND water.dataset_id = $2::integer
), land AS (
  SELECT CASE WHEN wet.geom IS NULL THEN cell.geom ELSE polygonal(cut_away(cell.geom, wet.geom)) END AS geom
  FROM cell, wet
), used AS (
  SELECT land_use.class, land_use.construction, polygonal(clip_shape(land_use.geom, land.geom)) AS geom
  FROM land JOIN store.land_use ON land_use.geom && land.geom
  WHERE land_use.district_id = $1 AND land_use.dataset_id = $2::integer
), whole AS (
  SELECT 'land' AS kind, geom FROM land
  UNION ALL
  SELECT 'construction', polygonal(ST_Union(geom, 1e-12)) FROM used WHERE construction
  UNION ALL
  SELECT 'residential', polygonal(ST_Union(geom, 1e-12)) FROM used WHERE class = 'R'
), piece AS (
  SELECT kind, (ST_Dump(ST_Subdivide(geom, 128, 1e-12))).geom AS geom FROM whole WHERE NOT ST_IsEmpty(geom)
)
INSERT INTO store.land_piece (district_id, dataset_id, id, kind, geom)
SELECT $1, $2::integer, $7::integer + row_number() OVER ()::integer - 1, kind, geom
FROM piece WHERE ST_Dimension(geom) = 2;
