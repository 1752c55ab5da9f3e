-- The imports of a district, the newest first, at most 100.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
SELECT kept.version::int, to_char(kept.month, 'YYYY-MM') AS month, file_name AS "fileName",
  to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, written.actor_id AS actor,
  (SELECT count(*)::int FROM change WHERE change.version = kept.version) AS projects,
  to_char(undone.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "undoneAt"
FROM dispatch_import kept
JOIN data_version written ON written.id = kept.version
LEFT JOIN data_version undone ON undone.id = kept.undone_by
WHERE kept.district_id = $1 AND kept.level = ANY ($2)
ORDER BY kept.version DESC
LIMIT 100;
