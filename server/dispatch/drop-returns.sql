-- Takes returns of a month away.
--   $1  district_id  text
--   $2  month        date
--   $3  projects     text[]
DELETE FROM dispatch_return WHERE district_id = $1 AND month = $2 AND project_id = ANY ($3);
