-- Keeps the fragment of an address under an id made from it, once; what is already there stays as it is.
--   $1  id         text
--   $2  fragment   text, at most 100,000 characters
--   $3  actor      text, who shared it first
-- Answers the fragment that now stands under the id. Reads by the primary key.
WITH saved AS (
  INSERT INTO short_link (id, fragment, actor) VALUES ($1, $2, $3)
  ON CONFLICT (id) DO NOTHING
  RETURNING fragment
)
SELECT fragment FROM saved
UNION ALL
SELECT fragment FROM short_link WHERE id = $1
LIMIT 1;
