-- Doubtful edges of the walking network in an area: stairs of unknown rise, and what is steeper than can be.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry          EPSG:4326, within the district
--   $4  steep        double precision  rise over length, exclusive
-- An edge lies in the area where a point on it does. "stairs" and "steep" list them: value metres of length, or rise over
-- length. Lifts and cableways have no slope. Uses the index walk_edge_geom.
WITH edge AS MATERIALIZED (
  SELECT id, source_id, kind, name_zh, name_en, length_m, climb_m, ST_LineInterpolatePoint(geom, 0.5) AS middle
  FROM store.walk_edge WHERE geom && $3::geometry AND district_id = $1 AND dataset_id = $2
), inside AS MATERIALIZED (
  SELECT *, CASE WHEN kind NOT IN ('lift', 'cableway') AND length_m > 0 THEN abs(climb_m) / length_m END AS slope
  FROM edge WHERE ST_Intersects($3::geometry, middle)
), listed AS (
  SELECT 'stairs' AS part, length_m AS value, * FROM inside WHERE kind = 'stairs' AND climb_m IS NULL
  UNION ALL
  SELECT 'steep', slope, * FROM inside WHERE slope > $4
), told AS (
  SELECT part, json_agg(json_build_object('at', ARRAY[ST_X(middle), ST_Y(middle)], 'id', id, 'sourceId', source_id,
    'nameZh', name_zh, 'nameEn', name_en, 'kind', kind, 'value', value) ORDER BY value DESC, id) AS places
  FROM listed GROUP BY part
)
SELECT (SELECT count(*)::int FROM inside) AS "edges", (SELECT coalesce(sum(length_m), 0) FROM inside) AS "lengthM",
  (SELECT count(*)::int FROM inside WHERE kind = 'stairs') AS "stairsEdges",
  (SELECT count(*)::int FROM inside WHERE slope IS NOT NULL) AS "slopes",
  coalesce((SELECT places FROM told WHERE part = 'stairs'), '[]') AS "stairs",
  coalesce((SELECT places FROM told WHERE part = 'steep'), '[]') AS "steep";
