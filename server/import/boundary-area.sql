-- What an import needs to know of its boundary.
--   $1  boundary   text, GeoJSON Polygon or MultiPolygon, EPSG:4326
--   $2  context_m  double precision, metres
--   $3  metres_per_lon_degree   $4  metres_per_lat_degree   double precision, at its middle: the ring of context is drawn
--       in this flat frame (right to 1e-3 over a district), as a buffer on the ellipsoid would hold others for a second
-- "invalidReason" is null for a valid shape; "context" is the boundary and all within context_m of it, GeoJSON.
WITH boundary AS (
  SELECT ST_Multi(ST_Force2D(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326))) AS geom
), area AS (
  SELECT geom, ST_IsValid(geom) AS valid FROM boundary
)
SELECT CASE WHEN NOT valid THEN ST_IsValidReason(geom) END AS "invalidReason",
  ST_AsBinary(geom, 'NDR') AS wkb,
  CASE WHEN valid THEN area_sqm(geom) END AS "areaSqm",
  CASE WHEN valid THEN ST_AsGeoJSON(ST_Scale(
    ST_Buffer(ST_Scale(geom, $3::float8, $4::float8), $2::float8), 1 / $3::float8, 1 / $4::float8))::json END AS context
FROM area;
