-- Plots of a district with all that is counted of them, by purpose and name.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  id           text    null = all plots
--   $4  purpose      text    null = all purposes
-- kept = households kept one by one, internal; byKind, counts and targets are JSON arrays; geometry is GeoJSON, EPSG:4326, lon lat to 1e-6; extent west, south, east, north.
SELECT acquisition.id, acquisition.purpose, acquisition.name_zh AS "nameZh", acquisition.name_en AS "nameEn", acquisition.area_sqm AS "areaSqm",
  acquisition.source, acquisition.invented,
  (SELECT count(*)::int FROM household WHERE district_id = $1 AND plot = acquisition.id) AS kept,
  CASE WHEN project.id IS NOT NULL THEN
    jsonb_build_object('id', project.id, 'nameZh', project.name_zh, 'nameEn', project.name_en) END AS project,
  CASE WHEN acquisition.geom IS NOT NULL THEN
    ARRAY[ST_XMin(acquisition.geom), ST_YMin(acquisition.geom), ST_XMax(acquisition.geom), ST_YMax(acquisition.geom)] END AS extent,
  ST_AsGeoJSON(acquisition.geom, 6)::jsonb AS geometry,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'households', households, 'areaSqm', area_sqm)
     ORDER BY array_position(ARRAY['dwelling', 'non-dwelling', 'shop', 'unspecified'], kind)), '[]')
   FROM plot_households WHERE district_id = $1 AND plot = acquisition.id) AS "byKind",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'stage', stage, 'on', counted_on, 'households', households,
     'areaSqm', area_sqm) ORDER BY counted_on), '[]')
   FROM signing_count WHERE district_id = $1 AND plot = acquisition.id) AS counts,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', stage, 'startsOn', starts_on, 'dueOn', due_on,
     'households', households)), '[]')
   FROM signing_target WHERE district_id = $1 AND plot = acquisition.id) AS targets
FROM acquisition_plot acquisition
LEFT JOIN project ON project.district_id = acquisition.district_id AND project.id = acquisition.project_id AND project.level = ANY ($2)
WHERE acquisition.district_id = $1 AND acquisition.level = ANY ($2) AND ($3::text IS NULL OR acquisition.id = $3)
  AND ($4::text IS NULL OR acquisition.purpose = $4)
ORDER BY acquisition.purpose, acquisition.name_zh, acquisition.id;
