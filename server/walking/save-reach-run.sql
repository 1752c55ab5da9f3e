-- Records that a persona's reach is complete, and what it was computed from.
--   $1  district_id    text
--   $2  dataset_id     integer
--   $3  persona        text
--   $4  inputs_sha256  text
--   $5  on_network     boolean[], by building ordinal
INSERT INTO store.reach_run (district_id, dataset_id, persona, inputs_sha256, on_network)
VALUES ($1, $2, $3, $4, $5::boolean[])
ON CONFLICT (district_id, dataset_id, persona)
DO UPDATE SET inputs_sha256 = excluded.inputs_sha256, on_network = excluded.on_network, computed_at = now();
