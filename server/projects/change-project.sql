-- Changes an entered project whole but for its stage; no row where there is none of this id or it was written to since.
--   $1  district_id  text
--   $2  project      jsonb   ProjectChange with an id
--   $3  version      bigint  data version of the write
--   $4  seen         bigint  version it was read at
--   $5  levels       text[]  who asks may see
--   $6  today        date    in the district
WITH given AS (
  SELECT project.*, coalesce("renewalDistrict", (SELECT id FROM zone
      WHERE zone.district_id = $1 AND zone.id = place ->> 'zone' AND kind = 'renewal-district')) AS renewal_district,
    CASE WHEN place ? 'zone'
      THEN (SELECT geom FROM zone WHERE zone.district_id = $1 AND zone.id = place ->> 'zone')
      WHEN place ->> 'type' = 'Point' THEN ST_SetSRID(ST_GeomFromGeoJSON(place::text), 4326)
      ELSE polygonal(ST_SetSRID(ST_GeomFromGeoJSON(place::text), 4326)) END AS geom
  FROM jsonb_to_record($2::jsonb) AS project (id text, code text, "nameZh" text, "nameEn" text, categories text[],
    "renewalDistrict" text, "yearStart" smallint, "yearEnd" smallint, "summaryZh" text, "summaryEn" text, amounts jsonb,
    place jsonb, responsibility jsonb, source text, level text)
), saved AS (
  UPDATE entered_project own SET code = given.code, name_zh = "nameZh", name_en = "nameEn", categories = given.categories,
    renewal_district = given.renewal_district, year_start = "yearStart", year_end = "yearEnd", summary_zh = "summaryZh",
    summary_en = "summaryEn", amounts = given.amounts, zone = place ->> 'zone', geom = given.geom, source = given.source,
    level = given.level, version = $3
  FROM given
  WHERE own.district_id = $1 AND own.id = given.id AND own.version = $4 AND own.level = ANY ($5)
  RETURNING own.id, given.responsibility
), answering AS (
  INSERT INTO project_responsibility (district_id, project_id, unit, implementer, leader, named_on)
  SELECT $1, id, responsibility ->> 'unit', responsibility ->> 'implementer', responsibility ->> 'leader', $6::date FROM saved
  ON CONFLICT (district_id, project_id) DO UPDATE SET
    unit = EXCLUDED.unit, implementer = EXCLUDED.implementer, leader = EXCLUDED.leader, named_on = EXCLUDED.named_on
)
SELECT id FROM saved;
