-- Doubtful edges of the walking network in an area: stairs of unknown rise, and what is steeper than can be.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry          EPSG:4326, within the district
--   $4  steep        double precision  rise over length, exclusive
--   $5  exponent, $6 offset, $7 clip  double precision  of the slope factor of walking speed
-- An edge lies in the area where a point on it does. "stairs" and "steep" list them: value metres of length, or rise over
-- length. Lifts and cableways have no slope. Of what is walked at the speed of its slope and has a known rise: metres, and
-- metres times the slowing (1 over the slope factor, W. Tobler 1993, normalised) up and down. Uses the index walk_edge_geom.
WITH edge AS MATERIALIZED (
  SELECT id, source_id, kind, name_zh, name_en, length_m, climb_m, ST_LineInterpolatePoint(geom, 0.5) AS middle
  FROM store.walk_edge WHERE geom && $3::geometry AND district_id = $1 AND dataset_id = $2
), inside AS MATERIALIZED (
  SELECT *, CASE WHEN kind NOT IN ('lift', 'cableway') AND length_m > 0 THEN abs(climb_m) / length_m END AS slope
  FROM edge WHERE ST_Intersects($3::geometry, middle)
), walked AS (
  SELECT length_m, exp($5::float8 * abs(least(slope, $7::float8) + $6::float8) - $5 * $6) AS up,
    exp($5 * abs(greatest(-slope, -$7) + $6) - $5 * $6) AS down
  FROM inside WHERE slope IS NOT NULL AND kind NOT IN ('stairs', 'escalator')
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
  (SELECT json_build_object('lengthM', coalesce(sum(length_m), 0), 'upM', sum(length_m * up), 'downM', sum(length_m * down),
    'slowerM', sum(length_m * greatest(up, down)), 'fasterM', sum(length_m * least(up, down))) FROM walked) AS "walked",
  coalesce((SELECT places FROM told WHERE part = 'stairs'), '[]') AS "stairs",
  coalesce((SELECT places FROM told WHERE part = 'steep'), '[]') AS "steep";
