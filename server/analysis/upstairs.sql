-- Floors and lift of buildings, for the stairs inside them.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]
-- Arrays as text in the order of $3: floors above ground and 1 = has a lift, 0 = has none; NULL = not known.
SELECT coalesce(array_agg(floors_above ORDER BY position), '{}')::text AS "floors",
  coalesce(array_agg(has_lift::int ORDER BY position), '{}')::text AS "lifts"
FROM unnest($3::integer[]) WITH ORDINALITY AS part (ordinal, position)
JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal;
