-- The personas whose reach is complete, with what it was computed from and who is on the network.
--   $1  district_id  text
--   $2  dataset_id   integer
-- "onNetwork" is one character per building in the order of its ordinal, t or f.
SELECT persona, inputs_sha256 AS "inputsSha256", array_to_string(on_network, '') AS "onNetwork"
FROM store.reach_run
WHERE district_id = $1 AND dataset_id = $2
ORDER BY persona;
