-- A new data version and what it changed, in one statement; answers with its id.
--   $1  district_id  text
--   $2  actor_id     text
--   $3  note         text, why
--   $4  layers       text[], one item per change; '*' stands for the whole dataset
--   $5  feature_ids  text[]
--   $6  ops          text[], insert | update | delete | replace
--   $7  befores      text[], JSON or null
--   $8  afters       text[], JSON or null
--   $9  ground       boolean, whether what is worked out from the map must be worked out anew
WITH version AS (
  INSERT INTO data_version (district_id, actor_id, note, changes_ground) VALUES ($1, $2, $3, $9) RETURNING id
), changes AS (
  INSERT INTO change (version, district_id, layer, feature_id, op, before, after)
  SELECT version.id, $1, item.layer, item.feature_id, item.op, item.before::jsonb, item.after::jsonb
  FROM version, unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
    AS item (layer, feature_id, op, before, after)
)
SELECT id AS "version" FROM version;
