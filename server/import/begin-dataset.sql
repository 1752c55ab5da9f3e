-- Begins a dataset that nobody sees yet.
--   $1  district_id  text
--   $2  source       text
--   $3  as_of        text   date of the data (YYYY-MM-DD) or null
--   $4  actor_id     text
--   $5  importer     text   host/process id
-- Fails on the unique index dataset_one_loading_per_kind where another import of the district is running.
INSERT INTO dataset (district_id, status, source, as_of, actor_id, importer)
VALUES ($1, 'loading', $2, $3::date, $4, $5)
RETURNING id;
