-- How large an outline of walking times is, in m² on the ellipsoid; an empty one has 0.
--   $1  outline  geometry  MultiPolygon as WKB, EPSG:4326, valid; may be empty
SELECT coalesce(area_sqm(ST_SetSRID($1::geometry, 4326)), 0) AS "areaSqm";
