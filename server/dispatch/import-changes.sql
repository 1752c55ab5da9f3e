-- The changes of an import with what stands there now; no row where there is no such import of the district.
--   $1  district_id  text
--   $2  version      bigint  of the import
--   $3  levels       text[]  who asks may see
-- before, after and now are rows of dispatch_return without district_id; null = none.
SELECT change.feature_id AS "featureId", change.before, change.after, kept.undone_by AS "undoneBy",
  to_char(kept.month, 'YYYY-MM') AS month,
  (SELECT to_jsonb(now) - 'district_id' FROM dispatch_return now
   WHERE now.district_id = $1 AND now.project_id = change.after ->> 'project_id' AND now.month = kept.month) AS now
FROM dispatch_import kept
JOIN change ON change.version = kept.version AND change.layer = 'dispatch-return'
WHERE kept.district_id = $1 AND kept.version = $2 AND kept.level = ANY ($3)
ORDER BY change.feature_id;
