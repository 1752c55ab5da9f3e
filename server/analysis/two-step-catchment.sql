-- The public facilities of one category, context ones included, with what they hold, as walks find them.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  category     text
--   $4  area         geometry  EPSG:4326
-- "shape" is the geometry as WKB (Point, Polygon or MultiPolygon), "entrances" a WKB MultiPoint or null; "at" [lon, lat] is on
-- it; EPSG:4326. "capacity" in units of the category and "areaSqm" are null where not known. "inArea": it touches the area.
-- Uses the index facility_category_of.
SELECT facility.id AS "id", facility.name_zh AS "nameZh", facility.name_en AS "nameEn", ST_AsBinary(facility.geom) AS "shape",
  (SELECT ST_AsBinary(ST_Collect(gate.geom ORDER BY gate.id)) FROM store.facility_entrance gate
    WHERE gate.district_id = $1 AND gate.dataset_id = $2 AND gate.facility_id = facility.id) AS "entrances",
  ARRAY[ST_X(point), ST_Y(point)] AS "at", capacity AS "capacity", area_sqm AS "areaSqm", context AS "outside",
  ST_Intersects(facility.geom, $4::geometry) AS "inArea"
FROM store.facility, LATERAL (SELECT ST_PointOnSurface(facility.geom) AS point) place
WHERE district_id = $1 AND dataset_id = $2 AND category = $3 AND level = 'public'
ORDER BY facility.id;
