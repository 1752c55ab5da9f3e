-- Items of the lists that pass all filters, in the order of the lists, the nearest deadline first.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  list         text    null = all lists
--   $4  state        text    null = all states
--   $5  id           text    null = all items
--   $6  today        date    in the district
--   $7  limit        integer
--   $8  offset       integer
--   $9  kind         text    four-lists or measures; null = both
--   $10 only         text    of the real ones: entered, done, overdue; null = all, the invented ones too
-- projects are those the asker may see; total counts the items of all pages.
SELECT item.id, item.list, item.title, item.lead_department AS "leadDepartment", item.deadline::text AS deadline,
  late.is AS overdue, item.state,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', project.id, 'nameZh', project.name_zh, 'nameEn', project.name_en)
     ORDER BY project.id), '[]')
   FROM project
   WHERE project.district_id = $1 AND project.id = ANY (item.projects) AND project.level = ANY ($2)) AS projects,
  figure.jurisdiction, item.source, item.level, item.invented, item.projects AS "projectIds", (count(*) OVER ())::int AS total
FROM programme_item item
JOIN programme_list list ON list.code = item.list
JOIN programme_figure figure ON figure.code = list.figure
CROSS JOIN LATERAL (
  SELECT coalesce(item.deadline < $6::date AND item.state IN ('not-begun', 'under-way'), false) AS is
) late
WHERE item.district_id = $1 AND item.level = ANY ($2) AND ($3::text IS NULL OR item.list = $3)
  AND ($9::text IS NULL OR list.kind = $9) AND ($4::text IS NULL OR item.state = $4) AND ($5::text IS NULL OR item.id = $5)
  AND ($10::text IS NULL OR NOT item.invented AND CASE $10
    WHEN 'done' THEN item.state IN ('done', 'kept-up') WHEN 'overdue' THEN late.is ELSE true END)
ORDER BY list.ordinal, item.deadline NULLS LAST, item.title
LIMIT $7 OFFSET $8;
