-- What the returns of a month add up to, by amount.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  month        date    its first day
--   $4  projects     text[]  those that are summed
-- In 10,000 yuan, null where it was returned of none; known counts the projects of which it was. Uses dispatch_return_month.
SELECT field, sum(amount) AS "wanYuan", count(amount)::int AS known
FROM dispatch_return
CROSS JOIN LATERAL (VALUES
  ('totalWanYuan', total_wan_yuan), ('yearPlanWanYuan', year_plan_wan_yuan), ('monthDoneWanYuan', month_done_wan_yuan),
  ('yearDoneWanYuan', year_done_wan_yuan), ('totalDoneWanYuan', total_done_wan_yuan),
  ('arrivedWanYuan', arrived_wan_yuan), ('paidWanYuan', paid_wan_yuan)
) told (field, amount)
WHERE district_id = $1 AND level = ANY ($2) AND month = $3 AND project_id = ANY ($4)
GROUP BY field;
