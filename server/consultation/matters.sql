-- The ledger of matters: of a quarter those raised in it, and those of earlier ones that were open when it began.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  id           text    null = all
--   $4  project      text    null = all
--   $5  quarter      text    YYYY-Qn; null = all
--   $6  begins       date    first day of that quarter
--   $7  today        date    past a deadline is what is open after its day
--   $8  overdue      boolean only what is past its deadline and open
--   $9  open         boolean only what is not closed
SELECT matter.id, matter.project_id AS project, project.name_zh AS "nameZh", project.name_en AS "nameEn", quarter, problem,
  raised_by AS "raisedBy", departments, decision, owner, to_char(deadline, 'YYYY-MM-DD') AS deadline,
  to_char(closed_on, 'YYYY-MM-DD') AS "closedOn", outcome, matter.level,
  coalesce(quarter < $5::text, false) AS "carriedOver",
  CASE WHEN closed_on IS NULL AND deadline < $7::date THEN $7::date - deadline END AS "overdueDays"
FROM matter
LEFT JOIN project ON project.district_id = $1 AND project.id = matter.project_id AND project.level = ANY ($2)
WHERE matter.district_id = $1 AND matter.level = ANY ($2) AND (matter.project_id IS NULL OR project.id IS NOT NULL)
  AND ($3::text IS NULL OR matter.id = $3) AND ($4::text IS NULL OR matter.project_id = $4)
  AND ($5::text IS NULL OR quarter = $5 OR (quarter < $5 AND (closed_on IS NULL OR closed_on >= $6::date)))
  AND (NOT $8::boolean OR (closed_on IS NULL AND deadline < $7::date)) AND (NOT $9::boolean OR closed_on IS NULL)
ORDER BY (closed_on IS NOT NULL), deadline, quarter, matter.id
LIMIT 500;
