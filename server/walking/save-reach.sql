-- Stores one persona's reach to one category, in place of what was there.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  persona      text
--   $4  category     text
--   $5  to_s         integer[], whole seconds by building ordinal, null = not within the limit
--   $6  from_s       integer[]
--   $7  metres       integer[]
INSERT INTO store.reach (district_id, dataset_id, persona, category, to_s, from_s, metres)
VALUES ($1, $2, $3, $4, $5::integer[], $6::integer[], $7::integer[])
ON CONFLICT (district_id, dataset_id, persona, category)
DO UPDATE SET to_s = excluded.to_s, from_s = excluded.from_s, metres = excluded.metres;
