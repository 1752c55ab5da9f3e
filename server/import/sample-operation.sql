-- Adds the households and let units of the sample district, marked as invented; what is there already stays as it is.
--   $1  district_id  text
--   $2  households   jsonb  array of objects with columns of household
--   $3  units        jsonb  array of objects with columns of operation_unit
WITH households AS (
  INSERT INTO household (district_id, id, plot, number, kind, area_sqm, stages, note)
  SELECT $1, id, plot, number, kind, area_sqm, stages, '演示数据（非真实）'
  FROM jsonb_populate_recordset(NULL::household, $2::jsonb)
  WHERE NOT EXISTS (SELECT FROM household held WHERE held.district_id = $1)
  ON CONFLICT DO NOTHING
)
INSERT INTO operation_unit (district_id, id, project_id, name_zh, name_en, kind, area_sqm, let_sqm, operator, opened_on, rent_yuan,
  contract_to, as_of, source, invented)
SELECT $1, id, project_id, name_zh, name_en, kind, area_sqm, let_sqm, operator, opened_on, rent_yuan, contract_to, as_of, source, true
FROM jsonb_populate_recordset(NULL::operation_unit, $3::jsonb)
ON CONFLICT DO NOTHING;
