-- What is known of the edges of a walk.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]
-- Lengths and climbs in metres, the climb along the edge's own direction. Uses the key (dataset_id, ordinal).
SELECT ordinal, kind, name_zh AS "nameZh", name_en AS "nameEn", length_m AS "lengthM", climb_m AS "climbM", steps,
  open_hours AS "openHours", fare
FROM store.walk_edge
WHERE district_id = $1 AND dataset_id = $2 AND ordinal = ANY ($3::integer[]);
