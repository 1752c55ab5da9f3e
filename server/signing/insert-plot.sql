-- A new plot, without its households.
--   $1  district_id  text
--   $2  id           text
--   $3  plot         jsonb   {purpose, nameZh, nameEn, project, areaSqm, source}
--   $4  area         text    GeoJSON, EPSG:4326; null = listed, not drawn
--   $5  level        text
INSERT INTO acquisition_plot (district_id, id, purpose, name_zh, name_en, project_id, area_sqm, source, level, geom)
SELECT $1, $2, purpose, "nameZh", "nameEn", project, "areaSqm", source, $5,
  CASE WHEN $4::text IS NOT NULL THEN polygonal(ST_SetSRID(ST_GeomFromGeoJSON($4), 4326)) END
FROM jsonb_to_record($3::jsonb) AS given
  (purpose text, "nameZh" text, "nameEn" text, project text, "areaSqm" double precision, source text);
