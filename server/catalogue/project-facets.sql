-- How many projects each value of a filter would leave, the other filters applied and this one left out.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  asked        jsonb   filters as judge_projects takes them
-- value is null where a project says nothing; a project of two categories counts in both, one of three years in each. Who pays
-- is as the ledger has it, else as the project told.
WITH judged AS MATERIALIZED (
  SELECT judged.*, project.categories, project.stage, project.renewal_district, project.year_start, project.year_end,
    project.amounts,
    -- which filters but one it passes: all of them are counted from the few it does not
    ARRAY[in_categories, in_tasks, in_stages, in_year, in_renewal_district, in_unit, in_funds] AS passes
  FROM judge_projects($1, $2, $3::jsonb) judged
  JOIN project ON project.district_id = $1 AND project.id = judged.id
  WHERE in_rest
),
beside AS MATERIALIZED (
  SELECT judged.*, false <> ALL (passes) AS in_all, cardinality(array_positions(passes, false)) = 1 AS lacks_one FROM judged
),
-- of thousands of projects the same few words are counted
worded AS MATERIALIZED (
  SELECT categories, year_start, year_end, in_all, lacks_one, in_categories, in_tasks, in_year, count(*)::int AS projects
  FROM beside GROUP BY categories, year_start, year_end, in_all, lacks_one, in_categories, in_tasks, in_year
),
units AS (
  SELECT DISTINCT ON (project_id) project_id, unit FROM dispatch_return
  WHERE district_id = $1 AND level = ANY ($2) AND unit IS NOT NULL
  ORDER BY project_id DESC, month DESC
),
ledger AS (
  SELECT project_id, array_agg(DISTINCT kind) AS kinds FROM project_money
  WHERE district_id = $1 AND level = ANY ($2) GROUP BY project_id
)
SELECT 'category' AS field, value, sum(projects)::int AS projects
FROM worded, unnest(CASE WHEN categories = '{}' THEN ARRAY[NULL::text] ELSE categories END) value
WHERE in_all OR (lacks_one AND NOT in_categories) GROUP BY value
UNION ALL
SELECT 'task', task.code, sum(projects)::int
FROM worded JOIN project_task task ON worded.categories && task.categories
WHERE in_all OR (lacks_one AND NOT in_tasks) GROUP BY task.code
UNION ALL
SELECT 'stage', stage, count(*)::int
FROM beside WHERE in_all OR (lacks_one AND NOT in_stages) GROUP BY stage
UNION ALL
SELECT 'year', value::text, sum(projects)::int
FROM worded
LEFT JOIN LATERAL generate_series(coalesce(year_start, year_end)::integer, coalesce(year_end, year_start)::integer) value ON true
WHERE in_all OR (lacks_one AND NOT in_year) GROUP BY value
UNION ALL
SELECT 'renewal-district', renewal_district, count(*)::int
FROM beside WHERE in_all OR (lacks_one AND NOT in_renewal_district) GROUP BY renewal_district
UNION ALL
SELECT 'unit', unit, count(*)::int
FROM beside LEFT JOIN units ON units.project_id = beside.id
WHERE in_all OR (lacks_one AND NOT in_unit) GROUP BY unit
UNION ALL
SELECT 'fund', value, count(*)::int
FROM beside LEFT JOIN ledger ON ledger.project_id = beside.id
LEFT JOIN LATERAL (
  SELECT unnest(kinds) AS value
  UNION ALL
  SELECT DISTINCT paid ->> 'source' FROM jsonb_array_elements(amounts) paid WHERE kinds IS NULL
) paid ON true
WHERE in_all OR (lacks_one AND NOT in_funds) GROUP BY value
ORDER BY field, value;
