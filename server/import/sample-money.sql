-- Adds the money of the sample district; what is there already stays as it is.
--   $1  district_id  text
--   $2  money        jsonb  {fundings, packages, members, toProjects, toPackages, shares, investments, income}, each an array of
--                           objects with columns of its table
WITH fundings AS (
  INSERT INTO funding (district_id, id, kind, giver_zh, giver_en, amount_yuan, status, dated, basis, jurisdiction, level)
  SELECT $1, id, kind, giver_zh, giver_en, amount_yuan, status, dated, basis, jurisdiction, level
  FROM jsonb_populate_recordset(NULL::funding, $2::jsonb -> 'fundings') ON CONFLICT DO NOTHING
), packages AS (
  INSERT INTO funding_package (district_id, id, name_zh, name_en, zone, level)
  SELECT $1, id, name_zh, name_en, zone, level
  FROM jsonb_populate_recordset(NULL::funding_package, $2::jsonb -> 'packages') ON CONFLICT DO NOTHING
), members AS (
  INSERT INTO funding_package_project (district_id, package, project_id)
  SELECT $1, package, project_id
  FROM jsonb_populate_recordset(NULL::funding_package_project, $2::jsonb -> 'members') ON CONFLICT DO NOTHING
), to_projects AS (
  INSERT INTO funding_to_project (district_id, funding, project_id, amount_yuan)
  SELECT $1, funding, project_id, amount_yuan
  FROM jsonb_populate_recordset(NULL::funding_to_project, $2::jsonb -> 'toProjects') ON CONFLICT DO NOTHING
), to_packages AS (
  INSERT INTO funding_to_package (district_id, funding, package, amount_yuan)
  SELECT $1, funding, package, amount_yuan
  FROM jsonb_populate_recordset(NULL::funding_to_package, $2::jsonb -> 'toPackages') ON CONFLICT DO NOTHING
), shares AS (
  INSERT INTO funding_share (district_id, funding, package, project_id, amount_yuan)
  SELECT $1, funding, package, project_id, amount_yuan
  FROM jsonb_populate_recordset(NULL::funding_share, $2::jsonb -> 'shares') ON CONFLICT DO NOTHING
), investments AS (
  INSERT INTO project_investment (district_id, project_id, total_yuan, own_yuan, dated, basis)
  SELECT $1, project_id, total_yuan, own_yuan, dated, basis
  FROM jsonb_populate_recordset(NULL::project_investment, $2::jsonb -> 'investments') ON CONFLICT DO NOTHING
)
INSERT INTO project_income (district_id, project_id, year, kind, amount_yuan, basis)
SELECT $1, project_id, year, kind, amount_yuan, basis
FROM jsonb_populate_recordset(NULL::project_income, $2::jsonb -> 'income') ON CONFLICT DO NOTHING;
