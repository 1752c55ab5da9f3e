-- The lists of the programme with how many their documents say they hold and how many are entered.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  today        date    in the district
-- A figure of another district is none of this one: published is null then.
SELECT list.code, list.kind, list.name_zh AS "nameZh", list.name_en AS "nameEn", figure.jurisdiction,
  CASE WHEN told.is THEN figure.value END AS published, CASE WHEN told.is THEN figure.unit_zh END AS "unitZh",
  CASE WHEN told.is THEN figure.unit_en END AS "unitEn", list.figure,
  CASE WHEN told.is THEN figure.as_of END AS "asOf", CASE WHEN told.is THEN source.title_zh END AS "sourceZh",
  CASE WHEN told.is THEN source.title_en END AS "sourceEn", own.entered, own.invented, own.done, own.overdue
FROM programme_list list
JOIN programme_figure figure ON figure.code = list.figure
JOIN programme_source source ON source.id = figure.source
JOIN district ON district.id = $1
CROSS JOIN LATERAL (SELECT figure.adcode IS NULL OR figure.adcode = district.adcode AS is) told
CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE NOT invented)::int AS entered, count(*) FILTER (WHERE invented)::int AS invented,
    count(*) FILTER (WHERE NOT invented AND state IN ('done', 'kept-up'))::int AS done,
    count(*) FILTER (WHERE NOT invented AND deadline < $3::date AND state IN ('not-begun', 'under-way'))::int AS overdue
  FROM programme_item item WHERE item.district_id = $1 AND item.list = list.code AND item.level = ANY ($2)
) own
ORDER BY list.ordinal;
