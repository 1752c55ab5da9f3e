-- The edges of a dataset's walking network, a page at a time.
--   $1  district_id    text
--   $2  dataset_id     integer
--   $3  first ordinal  integer, inclusive
--   $4  end ordinal    integer, exclusive
-- Lengths and climbs in metres; "line" is the geometry as WKB, EPSG:4326, lon lat. Uses the key (dataset_id, ordinal).
SELECT ordinal, from_node AS "from", to_node AS "to", kind, length_m AS "lengthM", climb_m AS "climbM", fatigue,
  one_way AS "oneWay", step_free AS "stepFree", speed_mps AS "speedMps", headway_s AS "headwayS", signal,
  open_hours AS "openHours", fare,
  climb_source IN ('elevation-model', 'interpolated') AS "modelled", ST_AsBinary(geom) AS "line"
FROM store.walk_edge
WHERE district_id = $1 AND dataset_id = $2 AND ordinal >= $3 AND ordinal < $4
ORDER BY ordinal;
