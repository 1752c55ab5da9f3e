-- Entered projects as they are stored.
--   $1  district_id     text
--   $2  levels          text[]  who asks may see
--   $3  ids             text[]  null = all
--   $4  import_version  bigint  null = of any or none
-- place is {zone}, or GeoJSON in EPSG:4326.
SELECT own.id, code, name_zh AS "nameZh", name_en AS "nameEn", categories, stage, stage_reason AS "stageReason",
  renewal_district AS "renewalDistrict", year_start AS "yearStart", year_end AS "yearEnd", summary_zh AS "summaryZh",
  summary_en AS "summaryEn", amounts,
  CASE WHEN zone IS NOT NULL THEN jsonb_build_object('zone', zone) ELSE ST_AsGeoJSON(geom, 9)::jsonb END AS place,
  jsonb_build_object('unit', unit, 'implementer', implementer, 'leader', leader) AS responsibility, source, level,
  own.version, import_version AS "importVersion"
FROM entered_project own
LEFT JOIN project_responsibility answering ON answering.district_id = own.district_id AND answering.project_id = own.id
WHERE own.district_id = $1 AND level = ANY ($2) AND ($3::text[] IS NULL OR own.id = ANY ($3))
  AND ($4::bigint IS NULL OR import_version = $4)
ORDER BY own.id;
