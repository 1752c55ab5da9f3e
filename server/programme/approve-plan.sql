-- Takes down the approval of a plan; no row where there is none of this id to be seen.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  id           text
--   $4  file_number  text
--   $5  approved_by  text
--   $6  approved_on  date
WITH before AS (
  SELECT id, jsonb_build_object('fileNumber', file_number, 'approvedBy', approved_by, 'approvedOn', approved_on) AS facts
  FROM plan_document WHERE district_id = $1 AND id = $3 AND level = ANY ($2)
)
UPDATE plan_document SET file_number = $4, approved_by = $5, approved_on = $6
FROM before
WHERE plan_document.district_id = $1 AND plan_document.id = before.id
RETURNING before.facts AS before;
