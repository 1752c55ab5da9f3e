-- Files of items brought in that can still be taken back, the newest first.
--   $1  district_id  text
SELECT import.version::int AS version, to_char(made.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
  (SELECT count(*)::int FROM change WHERE change.version = import.version) AS items
FROM programme_import import
JOIN data_version made ON made.id = import.version
WHERE import.district_id = $1 AND import.undone_by IS NULL
ORDER BY import.version DESC
LIMIT 10;
