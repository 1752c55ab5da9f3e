-- The snapshots of a district, the newest month and making first.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see: projects counts only those
SELECT snapshot.id, to_char(month, 'YYYY-MM') AS month, version::int,
  to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "madeAt", actor_id AS actor, note,
  (SELECT count(*)::int FROM dispatch_snapshot_row kept
   WHERE kept.district_id = $1 AND kept.snapshot = snapshot.id AND kept.level = ANY ($2)) AS projects
FROM dispatch_snapshot snapshot
WHERE snapshot.district_id = $1
ORDER BY month DESC, made_at DESC, id DESC;
