-- Takes down returns, in place of what stood there.
--   $1  district_id  text
--   $2  returns      jsonb  array of objects with columns of dispatch_return, without district_id
INSERT INTO dispatch_return (district_id, project_id, month, unit, implementer, leader, uniform_code, total_wan_yuan,
  year_plan_wan_yuan, month_done_wan_yuan, year_done_wan_yuan, total_done_wan_yuan, arrived_wan_yuan, paid_wan_yuan,
  progress_text, progress_share, problem, coordination, level)
SELECT $1, project_id, month, unit, implementer, leader, uniform_code, total_wan_yuan, year_plan_wan_yuan,
  month_done_wan_yuan, year_done_wan_yuan, total_done_wan_yuan, arrived_wan_yuan, paid_wan_yuan, progress_text,
  progress_share, problem, coordination, level
FROM jsonb_populate_recordset(NULL::dispatch_return, $2::jsonb)
ON CONFLICT (district_id, project_id, month) DO UPDATE SET
  unit = EXCLUDED.unit, implementer = EXCLUDED.implementer, leader = EXCLUDED.leader, uniform_code = EXCLUDED.uniform_code,
  total_wan_yuan = EXCLUDED.total_wan_yuan, year_plan_wan_yuan = EXCLUDED.year_plan_wan_yuan,
  month_done_wan_yuan = EXCLUDED.month_done_wan_yuan, year_done_wan_yuan = EXCLUDED.year_done_wan_yuan,
  total_done_wan_yuan = EXCLUDED.total_done_wan_yuan, arrived_wan_yuan = EXCLUDED.arrived_wan_yuan,
  paid_wan_yuan = EXCLUDED.paid_wan_yuan, progress_text = EXCLUDED.progress_text, progress_share = EXCLUDED.progress_share,
  problem = EXCLUDED.problem, coordination = EXCLUDED.coordination, level = EXCLUDED.level;
