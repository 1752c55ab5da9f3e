-- Remembers one edited value, and what is shipped in its place; the first edit of a value finds the shipped one in force.
--   $1  kind      text   persona | walking-parameter
--   $2  id        text
--   $3  field     text   column
--   $4  value     jsonb  to be in force
--   $5  before    jsonb  in force until now
--   $6  actor_id  text
INSERT INTO walking_edit (kind, id, field, value, shipped, actor_id) VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6)
ON CONFLICT (kind, id, field) DO UPDATE SET value = EXCLUDED.value, actor_id = EXCLUDED.actor_id, at = now();
