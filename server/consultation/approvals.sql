-- What projects need of departments, the one promised first first.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  id           text     null = all
--   $4  project      text     null = all
--   $5  overdue      boolean  only what is past its promise and not done
--   $6  today        date     past a promise is what is not done after its day
SELECT approval.id, approval.project_id AS project, project.name_zh AS "nameZh", project.name_en AS "nameEn", matter,
  department, to_char(received_on, 'YYYY-MM-DD') AS "receivedOn", to_char(promised_on, 'YYYY-MM-DD') AS "promisedOn",
  to_char(done_on, 'YYYY-MM-DD') AS "doneOn", blocking, note, approval.level,
  CASE WHEN done_on IS NULL AND promised_on < $6::date THEN $6::date - promised_on END AS "overdueDays"
FROM approval
JOIN project ON project.district_id = $1 AND project.id = approval.project_id AND project.level = ANY ($2)
WHERE approval.district_id = $1 AND approval.level = ANY ($2)
  AND ($3::text IS NULL OR approval.id = $3) AND ($4::text IS NULL OR approval.project_id = $4)
  AND (NOT $5::boolean OR (done_on IS NULL AND promised_on < $6::date))
ORDER BY promised_on, received_on, approval.id
LIMIT 500;
