-- The projects under dispatch in a month, with what was returned, what stood before, who is named, and what is overdue.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  month        date    its first day
--   $4  judged_on    date    overdue is what was not done by then
--   $5  projects     text[]  null = all
-- Under dispatch are the stages that the rule `scope` names, and what has a return of the month. The subdistrict is the one
-- the point on surface lies in. extent is west, south, east, north and place a point, in degrees. What is overdue is said
-- in overdue_approvals and overdue_matters. Uses dispatch_return_month and the primary keys.
WITH under AS MATERIALIZED (
  SELECT project.*, ST_PointOnSurface(project.geom) AS place_geom, to_jsonb(now) AS returned
  FROM project
  LEFT JOIN dispatch_return now ON now.district_id = $1 AND now.project_id = project.id AND now.month = $3
    AND now.level = ANY ($2)
  WHERE project.district_id = $1 AND project.level = ANY ($2) AND ($5::text[] IS NULL OR project.id = ANY ($5))
    AND (now.month IS NOT NULL
      OR project.stage = ANY (SELECT unnest(stages) FROM dispatch_rule WHERE test = 'scope'))
)
SELECT under.id AS project, under.code, under.name_zh AS "nameZh", under.name_en AS "nameEn", under.stage,
  under.renewal_district AS "renewalDistrict", around.id AS subdistrict, around.name_zh AS "subdistrictZh",
  around.name_en AS "subdistrictEn", under.level,
  ARRAY[ST_XMin(under.geom), ST_YMin(under.geom), ST_XMax(under.geom), ST_YMax(under.geom)] AS extent,
  ARRAY[ST_X(place_geom), ST_Y(place_geom)] AS place,
  under.level = 'internal' OR under.returned ->> 'level' = 'internal' OR last.returned ->> 'level' = 'internal'
    OR coalesce(late.internal, false) OR coalesce(open.internal, false) AS "restsOnInternal",
  under.returned, last.returned AS "lastReturned", last.month AS "lastMonth",
  jsonb_build_object('unit', named.unit, 'implementer', named.implementer, 'leader', named.leader) AS named,
  coalesce(late.names, '{}') AS "overdueApprovals", late.days AS "overdueDays",
  coalesce(open.names, '{}') AS "overdueMatters", open.days AS "matterDays"
FROM under
LEFT JOIN project_subdistricts($1, $2, $5) around ON around.project_id = under.id
LEFT JOIN LATERAL (
  SELECT to_jsonb(before) AS returned, to_char(before.month, 'YYYY-MM') AS month FROM dispatch_return before
  WHERE before.district_id = $1 AND before.project_id = under.id AND before.month < $3 AND before.level = ANY ($2)
  ORDER BY before.month DESC LIMIT 1
) last ON true
LEFT JOIN project_responsibility named ON named.district_id = $1 AND named.project_id = under.id
LEFT JOIN overdue_approvals($1, $2, $4) late ON late.project_id = under.id
LEFT JOIN overdue_matters($1, $2, $4) open ON open.project_id = under.id
ORDER BY under.code, under.id;
