-- The public facilities of a dataset, context ones included, with the entrances mapped on them: reach is shown to everyone.
--   $1  district_id  text
--   $2  dataset_id   integer
-- "shape" is the geometry as WKB (Point, Polygon or MultiPolygon), "entrances" a WKB MultiPoint or null; EPSG:4326, lon lat.
WITH gate AS (
  SELECT facility_id, ST_AsBinary(ST_Collect(geom ORDER BY id)) AS points
  FROM store.facility_entrance
  WHERE district_id = $1 AND dataset_id = $2
  GROUP BY facility_id
)
SELECT facility.category, ST_AsBinary(facility.geom) AS "shape", gate.points AS "entrances"
FROM store.facility
LEFT JOIN gate ON gate.facility_id = facility.id
WHERE facility.district_id = $1 AND facility.dataset_id = $2 AND facility.level = 'public'
ORDER BY facility.category, facility.id;
