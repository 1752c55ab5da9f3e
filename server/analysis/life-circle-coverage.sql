-- Who lives in the buildings of an area, and what the stored reach of a persona was computed from.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]   the buildings inside
--   $4  persona      text
-- Arrays as text in the order of $3, whole buildings (the share is not applied), NULL = not known. "group" counts the
-- persona's own ages, of building.residents_by_age. "reachSha256" null: the reach of the persona is not complete.
WITH bin AS (
  SELECT array_position(ARRAY['0-2', '3-5', '6-11', '12-14', '15-59', '60-64', '65-79', '80+'], age) AS at
  FROM persona, unnest(string_to_array(group_ages, ';')) age
  WHERE persona.id = $4
), inside AS (
  SELECT position, residents, dwellings,
    CASE WHEN residents_by_age IS NOT NULL THEN (SELECT sum(residents_by_age[at]) FROM bin WHERE at IS NOT NULL) END AS in_group
  FROM unnest($3::integer[]) WITH ORDINALITY AS part (ordinal, position)
  JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
)
SELECT coalesce(array_agg(residents ORDER BY position), '{}')::text AS "residents",
  coalesce(array_agg(dwellings ORDER BY position), '{}')::text AS "dwellings",
  coalesce(array_agg(in_group ORDER BY position), '{}')::text AS "group",
  (SELECT group_ages FROM persona WHERE id = $4) AS "groupAges",
  (SELECT status FROM persona WHERE id = $4) AS "personaStatus",
  (SELECT inputs_sha256 FROM store.reach_run WHERE district_id = $1 AND dataset_id = $2 AND persona = $4) AS "reachSha256"
FROM inside;
