-- The places that may serve a radius: facilities of some categories, or the named walkways; those of the context included.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  categories   text[]   empty: walkways
-- Public ones only, as walks see them. "areaSqm" null: not known (a point without an area given, a line). "shape" is WKB,
-- "entrances" a WKB MultiPoint or null, "at" [lon, lat] on the place; EPSG:4326. Uses the index facility_category_of.
WITH place AS (
  SELECT id, name_zh, name_en, geom,
    coalesce(area_sqm, CASE WHEN ST_Dimension(geom) = 2 THEN area_sqm(geom) END) AS area_sqm,
    (SELECT ST_AsBinary(ST_Collect(gate.geom ORDER BY gate.id)) FROM store.facility_entrance gate
      WHERE gate.district_id = $1 AND gate.dataset_id = $2 AND gate.facility_id = facility.id) AS entrances
  FROM store.facility
  WHERE district_id = $1 AND dataset_id = $2 AND category = ANY ($3::text[]) AND level = 'public'
  UNION ALL
  SELECT id, name_zh, name_en, geom, NULL, NULL
  FROM store.walkway
  WHERE cardinality($3::text[]) = 0 AND district_id = $1 AND dataset_id = $2 AND level = 'public'
)
SELECT id, name_zh AS "nameZh", name_en AS "nameEn", area_sqm AS "areaSqm", ST_AsBinary(geom) AS "shape", entrances,
  ARRAY[ST_X(point), ST_Y(point)] AS "at"
FROM place, LATERAL (SELECT ST_PointOnSurface(geom) AS point) middle
ORDER BY id;
