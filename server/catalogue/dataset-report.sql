-- What the import of a district's live base dataset reported.
--   $1  district_id  text
SELECT district_id AS "districtId", source, to_char(as_of, 'YYYY-MM-DD') AS "asOf", created_at AS "importedAt",
  completeness, report
FROM dataset
WHERE district_id = $1 AND kind = 'base' AND status = 'live';
