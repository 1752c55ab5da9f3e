-- One persona's stored reach to one category.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  persona      text
--   $4  category     text
-- Arrays as text, by building ordinal; whole seconds and metres, NULL = not within the limit.
SELECT to_s::text AS "toS", from_s::text AS "fromS", metres::text AS "metres"
FROM store.reach
WHERE district_id = $1 AND dataset_id = $2 AND persona = $3 AND category = $4;
