-- Writes entered projects, with who answers for them and, of those that have come further already, the step that says so.
--   $1  district_id     text
--   $2  projects        jsonb   array of EnteredProject with an id
--   $3  version         bigint  data version of the write
--   $4  import_version  bigint  of the file; null = by form
--   $5  today           date    in the district
-- A project whose place is a renewal district is of it, where no other is named.
-- A place is {zone}, whose shape is taken, or GeoJSON in EPSG:4326. A stage that opens the line is no step past guards; the step
-- into any other keeps every guard on the way there as not judged.
WITH line AS (
  SELECT to_stage AS stage, ordinal FROM stage_move WHERE kind = 'forward'
),
unjudged AS MATERIALIZED (
  SELECT reached.stage, coalesce(jsonb_agg(jsonb_build_object('guard', guard, 'status', 'unknown', 'nameZh', name_zh, 'nameEn', name_en,
    'requireZh', require_zh, 'requireEn', require_en, 'reasons', '[{"code": "not-judged-at-entry", "values": {}}]'::jsonb,
    'jurisdiction', jurisdiction, 'asOf', as_of, 'clause', clause, 'source', source, 'clauseStatus', status)
    ORDER BY asked.ordinal) FILTER (WHERE guard IS NOT NULL), '[]') AS guards
  FROM line reached
  LEFT JOIN stage_guard asked ON asked.stages && ARRAY(SELECT stage FROM line WHERE line.ordinal <= reached.ordinal)
  GROUP BY reached.stage
),
given AS (
  SELECT project.*, coalesce("renewalDistrict", (SELECT id FROM zone
      WHERE zone.district_id = $1 AND zone.id = place ->> 'zone' AND kind = 'renewal-district')) AS renewal_district,
    CASE WHEN place ? 'zone'
      THEN (SELECT geom FROM zone WHERE zone.district_id = $1 AND zone.id = place ->> 'zone')
      WHEN place ->> 'type' = 'Point' THEN ST_SetSRID(ST_GeomFromGeoJSON(place::text), 4326)
      ELSE polygonal(ST_SetSRID(ST_GeomFromGeoJSON(place::text), 4326)) END AS geom
  FROM jsonb_to_recordset($2::jsonb) AS project (id text, code text, "nameZh" text, "nameEn" text, categories text[], stage text,
    "stageReason" text, "renewalDistrict" text, "yearStart" smallint, "yearEnd" smallint, "summaryZh" text, "summaryEn" text,
    amounts jsonb, place jsonb, responsibility jsonb, source text, level text)
), stepped AS (
  INSERT INTO stage_step (version, district_id, project_id, from_stage, to_stage, kind, reason, override_reason, guards)
  SELECT $3, $1, id, NULL, stage, 'entry', source, "stageReason", guards
  FROM given JOIN unjudged USING (stage)
  WHERE NOT EXISTS (SELECT FROM stage_move WHERE from_stage = '' AND to_stage = stage)
), answering AS (
  INSERT INTO project_responsibility (district_id, project_id, unit, implementer, leader, named_on)
  SELECT $1, id, responsibility ->> 'unit', responsibility ->> 'implementer', responsibility ->> 'leader', $5::date
  FROM given
  WHERE responsibility ->> 'unit' IS NOT NULL OR responsibility ->> 'implementer' IS NOT NULL OR responsibility ->> 'leader' IS NOT NULL
)
INSERT INTO entered_project (district_id, id, code, name_zh, name_en, categories, stage, stage_reason, renewal_district, summary_zh,
  summary_en, year_start, year_end, amounts, zone, geom, source, level, version, import_version)
SELECT $1, id, code, "nameZh", "nameEn", categories, stage, "stageReason", renewal_district, "summaryZh", "summaryEn",
  "yearStart", "yearEnd", amounts, place ->> 'zone', geom, source, level, $3, $4
FROM given;
