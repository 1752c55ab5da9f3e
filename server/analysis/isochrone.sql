-- The outlines of walking times as the database takes them, and how large they are.
--   $1  outlines  text[]  GeoJSON MultiPolygons, EPSG:4326, valid; may be empty
-- "geometry" is EWKB; areas in m² on the ellipsoid; in the order given.
SELECT ST_AsEWKB(geom) AS "geometry", CASE WHEN ST_IsEmpty(geom) THEN 0 ELSE area_sqm(geom) END AS "areaSqm"
FROM unnest($1::text[]) WITH ORDINALITY AS outline (geojson, position),
  LATERAL (SELECT ST_SetSRID(ST_GeomFromGeoJSON(geojson), 4326) AS geom) AS shape
ORDER BY position;
