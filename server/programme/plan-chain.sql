-- The ids of a plan and of those above it, the highest first.
--   $1  district_id  text
--   $2  id           text
-- A plan that is not to be seen ends nothing here: who reads the plans of these ids leaves it out.
WITH RECURSIVE chain AS (
  SELECT id, parent, 0 AS height FROM plan_document WHERE district_id = $1 AND id = $2
  UNION ALL
  SELECT plan.id, plan.parent, height + 1
  FROM chain JOIN plan_document plan ON plan.district_id = $1 AND plan.id = chain.parent
  WHERE height < 8
)
SELECT id FROM chain ORDER BY height DESC;
