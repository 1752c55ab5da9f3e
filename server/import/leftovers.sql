-- Datasets that are not live: still loading, or retired and not yet deleted.
--   $1  silent_s  integer   seconds without a sign of life after which an importer is gone
SELECT district_id AS "districtId", id AS "datasetId", status, importer,
  alive_at < now() - make_interval(secs => $1) AS silent
FROM dataset
WHERE status <> 'live'
ORDER BY id;
