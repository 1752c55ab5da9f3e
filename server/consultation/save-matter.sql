-- Takes a matter down, in place of what stood there.
--   $1  district_id  text
--   $2  matter       jsonb  {id, project, quarter, problem, raisedBy, departments, decision, owner, deadline, closedOn, outcome, level}
INSERT INTO matter (district_id, id, project_id, quarter, problem, raised_by, departments, decision, owner, deadline,
  closed_on, outcome, level)
SELECT $1, id, project, quarter, problem, "raisedBy", departments, decision, owner, deadline, "closedOn", outcome, level
FROM jsonb_to_record($2::jsonb) AS given (id text, project text, quarter text, problem text, "raisedBy" text,
  departments text[], decision text, owner text, deadline date, "closedOn" date, outcome text, level text)
ON CONFLICT (district_id, id) DO UPDATE SET
  project_id = EXCLUDED.project_id, problem = EXCLUDED.problem, raised_by = EXCLUDED.raised_by,
  departments = EXCLUDED.departments, decision = EXCLUDED.decision, owner = EXCLUDED.owner, deadline = EXCLUDED.deadline,
  closed_on = EXCLUDED.closed_on, outcome = EXCLUDED.outcome;
