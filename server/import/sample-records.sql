-- Adds what is taken down of the estates and buildings of the sample district; what is there already stays as it is.
--   $1  district_id  text
--   $2  records      jsonb   object of arrays of rows by columns: estates, files, inspections, hazards, assets
WITH estates AS (
  INSERT INTO estate_record (district_id, estate_id, surveyed_on, surveyed_by, findings, works, consent_scope, consent_on, owners,
    owners_voted, owners_agreed, owned_sqm, voted_sqm, agreed_sqm)
  SELECT $1, estate_id, surveyed_on, surveyed_by, findings, works, consent_scope, consent_on, owners, owners_voted, owners_agreed,
    owned_sqm, voted_sqm, agreed_sqm
  FROM jsonb_populate_recordset(NULL::estate_record, $2::jsonb -> 'estates')
  ON CONFLICT DO NOTHING
), files AS (
  INSERT INTO safety_file (district_id, building_id, fund_account, insured_until, disposition, measures)
  SELECT $1, building_id, fund_account, insured_until, disposition, measures
  FROM jsonb_populate_recordset(NULL::safety_file, $2::jsonb -> 'files')
  ON CONFLICT DO NOTHING
), inspections AS (
  INSERT INTO safety_inspection (district_id, building_id, id, inspected_on, inspector, grade, result)
  SELECT $1, building_id, id, inspected_on, inspector, grade, result
  FROM jsonb_populate_recordset(NULL::safety_inspection, $2::jsonb -> 'inspections')
  ON CONFLICT DO NOTHING
), assets AS (
  INSERT INTO idle_asset (district_id, id, kind, name_zh, name_en, vacant_since, area_sqm, intended_use, operator, source, place)
  SELECT $1, id, kind, name_zh, name_en, vacant_since, area_sqm, intended_use, operator, source,
    ST_SetSRID(ST_MakePoint(lon, lat), 4326)
  FROM jsonb_to_recordset($2::jsonb -> 'assets') AS asset (id text, kind text, name_zh text, name_en text, vacant_since date,
    area_sqm double precision, intended_use text, operator text, source text, lon double precision, lat double precision)
  ON CONFLICT DO NOTHING
)
INSERT INTO safety_hazard (district_id, building_id, id, found_on, description, closed_on, closing)
SELECT $1, building_id, id, found_on, description, closed_on, closing
FROM jsonb_populate_recordset(NULL::safety_hazard, $2::jsonb -> 'hazards')
ON CONFLICT DO NOTHING;
