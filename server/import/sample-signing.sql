-- Adds the plots and list items of the sample district, marked as invented; what is there already stays as it is.
--   $1  district_id  text
--   $2  signing      jsonb   {plots, households, counts, targets, items}: arrays of objects with columns of their tables,
--                            a plot's shape as GeoJSON in area, EPSG:4326
WITH plots AS (
  INSERT INTO acquisition_plot (district_id, id, purpose, name_zh, name_en, project_id, area_sqm, source, invented, level, geom)
  SELECT $1, id, purpose, name_zh, name_en, project_id, area_sqm(shape), source, true, level, shape
  FROM jsonb_to_recordset($2::jsonb -> 'plots') AS given
    (id text, purpose text, name_zh text, name_en text, project_id text, source text, level text, area jsonb)
  CROSS JOIN LATERAL (SELECT CASE WHEN area IS NOT NULL AND area <> 'null' THEN
    polygonal(ST_SetSRID(ST_GeomFromGeoJSON(area::text), 4326)) END AS shape) made
  ON CONFLICT (district_id, id) DO NOTHING
  RETURNING id
), households AS (
  INSERT INTO plot_households (district_id, plot, kind, households, area_sqm)
  SELECT $1, plot, kind, households, area_sqm
  FROM jsonb_populate_recordset(NULL::plot_households, $2::jsonb -> 'households') WHERE plot IN (SELECT id FROM plots)
), counts AS (
  INSERT INTO signing_count (district_id, plot, kind, stage, counted_on, households, area_sqm)
  SELECT $1, plot, kind, stage, counted_on, households, area_sqm
  FROM jsonb_populate_recordset(NULL::signing_count, $2::jsonb -> 'counts') WHERE plot IN (SELECT id FROM plots)
), targets AS (
  INSERT INTO signing_target (district_id, plot, stage, starts_on, due_on, households)
  SELECT $1, plot, stage, starts_on, due_on, households
  FROM jsonb_populate_recordset(NULL::signing_target, $2::jsonb -> 'targets') WHERE plot IN (SELECT id FROM plots)
)
INSERT INTO programme_item (district_id, id, list, title, lead_department, deadline, state, projects, source, invented, level)
SELECT $1, id, list, title, lead_department, deadline, state, projects, source, true, level
FROM jsonb_populate_recordset(NULL::programme_item, $2::jsonb -> 'items')
ON CONFLICT DO NOTHING;
