-- What an import needs to know of its boundary.
--   $1  boundary   text, GeoJSON Polygon or MultiPolygon, EPSG:4326
--   $2  context_m  double precision, metres
-- "invalidReason" is null for a valid shape; "context" is the boundary and all within context_m of it, GeoJSON; "extent"
-- is west, south, east, north.
WITH boundary AS (
  SELECT ST_Multi(ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326))) AS geom
), area AS (
  SELECT geom, ST_IsValid(geom) AS valid FROM boundary
)
SELECT CASE WHEN NOT valid THEN ST_IsValidReason(geom) END AS "invalidReason",
  ST_AsBinary(geom, 'NDR') AS wkb,
  CASE WHEN valid THEN area_sqm(geom) END AS "areaSqm",
  ARRAY[ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)] AS extent,
  CASE WHEN valid THEN ST_AsGeoJSON(ST_Buffer(geom::geography, $2::double precision)::geometry)::json END AS context
FROM area;
