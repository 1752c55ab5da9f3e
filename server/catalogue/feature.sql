-- One feature with its facts.
--   $1  district_id  text
--   $2  layer        text     one of the names below
--   $3  id           text
--   $4  levels       text[]   who asks may see
-- facts are the columns of its table; geometry is GeoJSON, EPSG:4326, 7 decimals. Uses the primary keys; the tests of
-- $2 are decided once, so only one table is read.
WITH found AS (
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM zone f
  WHERE $2 = 'zone' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM water f
  WHERE $2 = 'water' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM green f
  WHERE $2 = 'green' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM land_use f
  WHERE $2 = 'land-use' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM parcel f
  WHERE $2 = 'parcel' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM control_zone f
  WHERE $2 = 'control-zone' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM building f
  WHERE $2 = 'building' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM road f
  WHERE $2 = 'road' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM walkway f
  WHERE $2 = 'walkway' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM walk_edge f
  WHERE $2 = 'walk-edge' AND district_id = $1 AND id = $3
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM riverfront_segment f
  WHERE $2 = 'riverfront-segment' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM metro_line f
  WHERE $2 = 'metro-line' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM metro_station f
  WHERE $2 = 'metro-station' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM metro_entrance f
  WHERE $2 = 'metro-entrance' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM landmark f
  WHERE $2 = 'landmark' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM facility f
  WHERE $2 = 'facility' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT dataset_id, geom, source_id, to_jsonb(f) - 'geom' AS facts FROM project f
  WHERE $2 = 'project' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
)
SELECT facts - ARRAY['id', 'district_id', 'dataset_id', 'source_id', 'ordinal', 'level'] AS facts,
  ST_AsGeoJSON(geom, 7)::json AS geometry, source_id AS "sourceId",
  -- a project that was entered here is of no dataset and tells its source itself
  coalesce(dataset.source, facts ->> 'told_source') AS dataset,
  to_char(dataset.as_of, 'YYYY-MM-DD') AS "asOf",
  (SELECT coalesce(max(id), 0) FROM data_version WHERE district_id = $1) AS "dataVersion"
FROM found
LEFT JOIN dataset ON dataset.id = found.dataset_id;
