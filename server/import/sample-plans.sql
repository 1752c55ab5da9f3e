-- Adds the plans of the sample district and which project points to which; what is there already stays as it is.
--   $1  district_id  text
--   $2  plans        jsonb   array of objects with columns of plan_document, each parent before its children
--   $3  pointers     jsonb   array of {project_id, plan_document}
WITH plans AS (
  INSERT INTO plan_document (district_id, id, kind, name_zh, name_en, parent, zone, file_number, approved_by, approved_on,
    period_start, period_end, source, level)
  SELECT $1, id, kind, name_zh, name_en, parent, zone, file_number, approved_by, approved_on, period_start, period_end, source,
    level
  FROM jsonb_populate_recordset(NULL::plan_document, $2::jsonb)
  ON CONFLICT (district_id, id) DO NOTHING
)
INSERT INTO project_state (district_id, project_id, plan_document)
SELECT $1, project_id, plan_document FROM jsonb_populate_recordset(NULL::project_state, $3::jsonb)
ON CONFLICT (district_id, project_id) DO NOTHING;
