-- The returns of a project, the oldest first.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  project      text
SELECT to_char(month, 'YYYY-MM') AS month, level, to_jsonb(dispatch_return) AS returned
FROM dispatch_return
WHERE district_id = $1 AND project_id = $3 AND level = ANY ($2)
  AND EXISTS (SELECT FROM project WHERE district_id = $1 AND id = $3 AND level = ANY ($2))
ORDER BY month;
