-- Takes down what a project needs of a department, in place of what stood there.
--   $1  district_id  text
--   $2  approval     jsonb  {id, project, matter, department, receivedOn, promisedOn, doneOn, blocking, note, level}
INSERT INTO approval (district_id, id, project_id, matter, department, received_on, promised_on, done_on, blocking, note, level)
SELECT $1, id, project, matter, department, "receivedOn", "promisedOn", "doneOn", blocking, note, level
FROM jsonb_to_record($2::jsonb) AS given (id text, project text, matter text, department text, "receivedOn" date,
  "promisedOn" date, "doneOn" date, blocking boolean, note text, level text)
ON CONFLICT (district_id, id) DO UPDATE SET
  matter = EXCLUDED.matter, department = EXCLUDED.department, received_on = EXCLUDED.received_on,
  promised_on = EXCLUDED.promised_on, done_on = EXCLUDED.done_on, blocking = EXCLUDED.blocking, note = EXCLUDED.note;
