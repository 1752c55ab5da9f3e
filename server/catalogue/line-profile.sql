-- The walking edges of a named walkway, or those of the street that a road belongs to: all of its name, else its own.
--   $1  district_id  text
--   $2  layer        text     walkway or road
--   $3  id           text
--   $4  levels       text[]   who asks may see
-- No row: no such walkway or road; one row of nulls: no walking edge is known of it. Lengths, climbs and heights in metres,
-- lon and lat the middle of the edge in degrees.
WITH asked AS (
  SELECT id AS walkway, NULL::text AS name_zh, NULL::text AS source_id FROM walkway
  WHERE $2 = 'walkway' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT NULL, name_zh, source_id FROM road
  WHERE $2 = 'road' AND district_id = $1 AND id = $3 AND level = ANY ($4::text[])
)
SELECT edge.from_node AS "from", edge.to_node AS "to", edge.kind, edge.length_m AS "lengthM", edge.climb_m AS "climbM",
  edge.fatigue, edge.one_way AS "oneWay", edge.step_free AS "stepFree", edge.speed_mps AS "speedMps",
  edge.headway_s AS "headwayS", edge.signal, edge.open_hours AS "openHours", edge.steps,
  lower.elevation_m AS "fromHeightM", upper.elevation_m AS "toHeightM",
  ST_X(ST_Centroid(edge.geom)) AS lon, ST_Y(ST_Centroid(edge.geom)) AS lat
FROM asked
LEFT JOIN walk_edge edge ON edge.district_id = $1
  AND (edge.walkway = asked.walkway
    OR (asked.name_zh IS NOT NULL AND edge.name_zh = asked.name_zh)
    OR (asked.name_zh IS NULL AND asked.walkway IS NULL AND edge.source_id = asked.source_id))
LEFT JOIN walk_node lower ON lower.district_id = $1 AND lower.ordinal = edge.from_node
LEFT JOIN walk_node upper ON upper.district_id = $1 AND upper.ordinal = edge.to_node
ORDER BY edge.ordinal;
