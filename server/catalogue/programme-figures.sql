-- The figures of the programme that bear on a district: its own first, then the municipality, the country, cases elsewhere.
--   $1  text    district
--   $2  text[]  levels the asker may see
SELECT figure.code, figure.theme, figure.jurisdiction, figure.name_zh AS "nameZh", figure.name_en AS "nameEn",
  figure.qualifier, figure.value, figure.unit_zh AS "unitZh", figure.unit_en AS "unitEn", figure.nature,
  figure.as_of AS "asOf", source.title_zh AS "sourceZh", source.title_en AS "sourceEn", source.dated AS "sourceDate",
  figure.leads_to AS "leadsTo", list.code AS list, figure.note_zh AS "noteZh", figure.note_en AS "noteEn", figure.flagged,
  CASE
    WHEN figure.counted_by IS NULL THEN NULL
    WHEN figure.counted_by = 'project' THEN
      -- those of a generated sample are none
      (SELECT count(*) FROM project
       WHERE district_id = district.id AND level = ANY ($2) AND (NOT district.sample OR told_source IS NOT NULL))
    WHEN figure.counted_by = 'programme-item' THEN
      (SELECT count(*) FROM programme_item item
       WHERE item.district_id = district.id AND item.list = list.code AND item.level = ANY ($2) AND NOT item.invented)
    ELSE (SELECT count(*) FROM zone WHERE district_id = district.id AND level = ANY ($2) AND kind = figure.counted_by)
  END::integer AS counted
FROM district
JOIN programme_figure figure ON figure.adcode IS NULL OR figure.adcode = district.adcode
JOIN programme_source source ON source.id = figure.source
LEFT JOIN programme_list list ON list.figure = figure.code
WHERE district.id = $1
ORDER BY array_position(ARRAY['区级', '市级', '国家', '外地案例'], figure.jurisdiction), figure.ordinal;
