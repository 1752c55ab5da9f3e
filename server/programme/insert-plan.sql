-- A new plan.
--   $1  district_id  text
--   $2  id           text
--   $3  plan         jsonb   {kind, nameZh, nameEn, parent, zone, periodStart, periodEnd, source}
--   $4  area         text    GeoJSON, EPSG:4326; null = none
--   $5  level        text
INSERT INTO plan_document
  (district_id, id, kind, name_zh, name_en, parent, zone, period_start, period_end, source, level, geom)
SELECT $1, $2, kind, "nameZh", "nameEn", parent, zone, "periodStart", "periodEnd", source, $5,
  CASE WHEN $4::text IS NOT NULL THEN polygonal(ST_SetSRID(ST_GeomFromGeoJSON($4), 4326)) END
FROM jsonb_to_record($3::jsonb) AS given
  (kind text, "nameZh" text, "nameEn" text, parent text, zone text, "periodStart" smallint, "periodEnd" smallint, source text);
