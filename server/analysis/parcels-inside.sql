-- Which parcels lie in an area: those with at least half their area inside (>=; shares in degrees).
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  area         geometry  EPSG:4326, within the district
-- Uses the index parcel_geom.
SELECT id, area_sqm AS "areaSqm", land_use AS "landUse"
FROM store.parcel
WHERE geom && $4::geometry AND district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[])
  AND CASE WHEN ST_Contains($4::geometry, geom) THEN true WHEN NOT ST_Intersects($4::geometry, geom) THEN false
    ELSE ST_Area(clip_shape(geom, $4::geometry)) >= 0.5 * ST_Area(geom) END;
