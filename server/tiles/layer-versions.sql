-- The last change of each layer of each district, among the changes recorded after a version.
--   $1  after_version  bigint  exclusive
-- layer '*' stands for a whole dataset gone live. Uses the primary key of change (version, …).
SELECT change.district_id AS "districtId", change.layer AS layer, max(change.version) AS "dataVersion",
  max(floor(extract(epoch FROM data_version.at)))::bigint AS "changedAtS"
FROM change
JOIN data_version ON data_version.id = change.version
-- said of both, so that neither is read from its beginning: this is asked with every request
WHERE change.version > $1 AND data_version.id > $1
GROUP BY change.district_id, change.layer;
