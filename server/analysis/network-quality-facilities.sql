-- The facilities of an area, as walking enters them.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  area         geometry  EPSG:4326, within the district
-- "shape" and "entrances" are WKB, EPSG:4326; "at" is a point on it. Those of the context are beyond the district.
SELECT id, source_id AS "sourceId", category AS "kind", name_zh AS "nameZh", name_en AS "nameEn", ST_AsBinary(geom) AS "shape",
  (SELECT ST_AsBinary(ST_Collect(entrance.geom)) FROM store.facility_entrance entrance
    WHERE entrance.district_id = $1 AND entrance.dataset_id = $2 AND entrance.facility_id = facility.id) AS "entrances",
  ARRAY[ST_X(point), ST_Y(point)] AS "at"
FROM store.facility, LATERAL (SELECT ST_PointOnSurface(geom) AS point) AS placed
WHERE geom && $4::geometry AND district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) AND NOT context
  AND ST_Intersects($4::geometry, point)
ORDER BY id;
