-- What lights, filters and counts ask of the projects under dispatch in some months, so that only a page is read whole.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  months       date[]  their first days
--   $4  judged_on    date[]  of each month, the day overdue is judged on
-- What is under dispatch, and in a subdistrict, is said in dispatch-rows.sql, what is overdue in overdue_approvals and
-- overdue_matters. A row for each project and month, in the order of the months, then of the codes. Uses the primary keys.
WITH asked AS MATERIALIZED (
  SELECT month, judged_on FROM unnest($3::date[], $4::date[]) given (month, judged_on)
),
under AS MATERIALIZED (
  SELECT asked.month, asked.judged_on, project.id, project.code, project.stage, project.renewal_district,
    now.month IS NOT NULL AS is_returned, now.unit, now.year_plan_wan_yuan, now.year_done_wan_yuan
  FROM asked
  CROSS JOIN project
  LEFT JOIN dispatch_return now ON now.district_id = $1 AND now.project_id = project.id AND now.month = asked.month
    AND now.level = ANY ($2)
  WHERE project.district_id = $1 AND project.level = ANY ($2)
    AND (now.month IS NOT NULL
      OR project.stage = ANY (SELECT unnest(stages) FROM dispatch_rule WHERE test = 'scope'))
),
late AS (
  SELECT asked.month, overdue.* FROM asked CROSS JOIN LATERAL overdue_approvals($1, $2, judged_on) overdue
),
open AS (
  SELECT asked.month, overdue.* FROM asked CROSS JOIN LATERAL overdue_matters($1, $2, judged_on) overdue
)
SELECT to_char(under.month, 'YYYY-MM') AS month, under.id AS project, under.stage,
  under.renewal_district AS "renewalDistrict", around.id AS subdistrict, around.name_zh AS "subdistrictZh",
  around.name_en AS "subdistrictEn", coalesce(under.unit, last.unit, named.unit) AS unit, is_returned AS "isReturned",
  year_plan_wan_yuan AS "yearPlanWanYuan", year_done_wan_yuan AS "yearDoneWanYuan",
  coalesce(late.names, '{}') AS "overdueApprovals", late.days AS "overdueDays",
  coalesce(open.names, '{}') AS "overdueMatters", open.days AS "matterDays"
FROM under
LEFT JOIN project_subdistricts($1, $2, NULL) around ON around.project_id = under.id
LEFT JOIN LATERAL (
  SELECT before.unit FROM dispatch_return before
  WHERE under.unit IS NULL AND before.district_id = $1 AND before.project_id = under.id AND before.month < under.month
    AND before.level = ANY ($2)
  ORDER BY before.month DESC LIMIT 1
) last ON true
LEFT JOIN project_responsibility named ON named.district_id = $1 AND named.project_id = under.id
LEFT JOIN late ON late.project_id = under.id AND late.month = under.month
LEFT JOIN open ON open.project_id = under.id AND open.month = under.month
ORDER BY under.month, under.code, under.id;
