-- The named walkways that touch an area.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  area         geometry  EPSG:4326, within the district
-- The longest first. Uses the index walkway_geom.
SELECT id, name_zh AS "nameZh", name_en AS "nameEn"
FROM store.walkway
WHERE geom && $4::geometry AND district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) AND ST_Intersects($4::geometry, geom)
ORDER BY length_m DESC, id;
