-- The fragment of the address that an id stands for; no row where the id is not known.
--   $1  id   text
-- Reads by the primary key.
SELECT fragment FROM short_link WHERE id = $1;
