-- The zones of a district with their outlines.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  kind         text     null = all kinds
--   $4  id           text     null = all zones
-- geometry is GeoJSON, EPSG:4326, 7 decimals (1 cm); areas in m².
SELECT id, kind, code, name_zh AS "nameZh", name_en AS "nameEn", area_sqm AS "areaSqm",
  land_area_sqm AS "landAreaSqm", boundary_status AS "boundaryStatus",
  (SELECT above.id FROM zone above WHERE above.district_id = $1 AND above.id = zone.parent AND above.level = ANY ($2::text[]))
    AS parent, ST_AsGeoJSON(geom, 7)::json AS geometry
FROM zone
WHERE district_id = $1 AND level = ANY ($2::text[]) AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR id = $4)
ORDER BY kind, id;
