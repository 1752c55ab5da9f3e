-- The newest data version of a district, whether it is a generated sample, and the first month anything was returned of.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
SELECT sample, (SELECT coalesce(max(id), 0) FROM data_version WHERE district_id = $1)::int AS "dataVersion",
  (SELECT to_char(min(month), 'YYYY-MM') FROM dispatch_return WHERE district_id = $1 AND level = ANY ($2)) AS "firstMonth"
FROM district WHERE id = $1;
