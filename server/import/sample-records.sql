-- Adds what is taken down of the estates and buildings of the sample district; what is there already stays as it is.
--   $1  district_id  text
--   $2  records      jsonb   object of arrays of rows by columns: estates, files, inspections, hazards
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
)
INSERT INTO safety_hazard (district_id, building_id, id, found_on, description, closed_on, closing)
SELECT $1, building_id, id, found_on, description, closed_on, closing
FROM jsonb_populate_recordset(NULL::safety_hazard, $2::jsonb -> 'hazards')
ON CONFLICT DO NOTHING;
