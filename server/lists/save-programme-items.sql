-- Writes items whole, new ones and changed ones.
--   $1  district_id  text
--   $2  items        jsonb   array of {id, list, title, leadDepartment, deadline, state, projects, source}
--   $3  level        text    of new items
INSERT INTO programme_item
  (district_id, id, list, title, lead_department, deadline, state, projects, source, invented, level)
SELECT $1, id, list, title, "leadDepartment", deadline, state, projects, source, coalesce(invented, false), $3
FROM jsonb_to_recordset($2::jsonb) AS given (id text, list text, title text, "leadDepartment" text, deadline date, state text,
  projects text[], source text, invented boolean)
ON CONFLICT (district_id, id) DO UPDATE SET
  list = EXCLUDED.list, title = EXCLUDED.title, lead_department = EXCLUDED.lead_department, deadline = EXCLUDED.deadline,
  state = EXCLUDED.state, projects = EXCLUDED.projects, source = EXCLUDED.source;
