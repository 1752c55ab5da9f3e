-- What was told of each indicator of an edition in a zone: of the latest date, and of that the last told.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  edition      text
--   $4  zone         text
SELECT DISTINCT ON (indicator) indicator, value, as_of AS "asOf", told_by AS "toldBy", told.note,
  to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "enteredAt"
FROM indicator_value told
JOIN data_version written ON written.id = told.version
WHERE told.district_id = $1 AND level = ANY ($2::text[]) AND edition = $3 AND zone = $4
ORDER BY indicator, as_of DESC, told.version DESC;
