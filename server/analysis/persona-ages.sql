-- How many of a persona's own ages live in the buildings of an area, and what the persona's stored reach was computed from.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]   the buildings inside
--   $4  persona      text
-- "group" is an array as text in the order of $3, whole buildings (the share is not applied), NULL = not known; empty for a
-- persona of all ages or of none. "reachSha256" null: the reach of the persona is not complete.
WITH bin AS (
  SELECT array_agg(at) AS bins
  FROM (
    SELECT array_position(ARRAY['0-2', '3-5', '6-11', '12-14', '15-59', '60-64', '65-79', '80+'], age) AS at
    FROM persona, unnest(string_to_array(group_ages, ';')) age
    WHERE persona.id = $4
  ) named
  WHERE at IS NOT NULL
), inside AS (
  SELECT position, (SELECT sum(residents_by_age[at]) FROM unnest(bins) at) AS in_group
  FROM bin
  CROSS JOIN unnest($3::integer[]) WITH ORDINALITY AS part (ordinal, position)
  JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
  WHERE bins IS NOT NULL
)
SELECT coalesce(array_agg(in_group ORDER BY position), '{}')::text AS "group",
  (SELECT group_ages FROM persona WHERE id = $4) AS "groupAges",
  (SELECT status FROM persona WHERE id = $4) AS "status",
  (SELECT inputs_sha256 FROM store.reach_run WHERE district_id = $1 AND dataset_id = $2 AND persona = $4) AS "reachSha256"
FROM inside;
