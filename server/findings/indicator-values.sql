-- What was told of indicators, the latest date first; of one date the last told stands, those before it stay to be seen.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  edition      text     null = all, as the two after it
--   $4  indicator    text     code
--   $5  zone         text     id
--   $6  limit        integer
--   $7  offset       integer
SELECT told.id, edition, indicator, told.zone, zone.name_zh AS "zoneZh", zone.name_en AS "zoneEn", as_of AS "asOf", value,
  told_by AS "toldBy", told.note, told.level,
  to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "enteredAt",
  row_number() OVER (PARTITION BY edition, indicator, told.zone, as_of ORDER BY told.version DESC) = 1 AS stands,
  (count(*) OVER ())::int AS total
FROM indicator_value told
JOIN data_version written ON written.id = told.version
LEFT JOIN zone ON zone.district_id = $1 AND zone.id = told.zone
WHERE told.district_id = $1 AND told.level = ANY ($2::text[]) AND (zone.id IS NULL OR zone.level = ANY ($2::text[]))
  AND ($3::text IS NULL OR edition = $3) AND ($4::text IS NULL OR indicator = $4) AND ($5::text IS NULL OR told.zone = $5)
ORDER BY as_of DESC, told.version DESC, told.id
LIMIT $6 OFFSET $7;
