-- The households of a plot that pass the filters, by their numbers. Internal.
--   $1  district_id  text
--   $2  plot         text
--   $3  id           text     null = all, as the three after it
--   $4  stage        text     code: only those that have not come to it
--   $5  kind         text
--   $6  pattern      text     for ILIKE on number, team and note, wildcards escaped
--   $7  limit        integer
--   $8  offset       integer
SELECT id, number, kind, area_sqm AS "areaSqm", tenure, team, note, stages,
  (SELECT max(version)::int FROM change
   WHERE district_id = $1 AND layer = 'household' AND feature_id = $2 || '/' || household.id) AS version,
  (count(*) OVER ())::int AS total
FROM household
WHERE district_id = $1 AND plot = $2 AND ($3::text IS NULL OR id = $3) AND ($4::text IS NULL OR NOT stages ? $4)
  AND ($5::text IS NULL OR kind = $5)
  AND ($6::text IS NULL OR number ILIKE $6 OR coalesce(team ILIKE $6, false) OR coalesce(note ILIKE $6, false))
ORDER BY length(number), number COLLATE "C"
LIMIT $7 OFFSET $8;
