-- The values known of an indicator in a zone, the oldest first: told, measured for a finding, and measured again.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  edition      text
--   $4  indicator    text    code
--   $5  zone         text    id; null = findings without a zone are asked about, of which only $6 counts
--   $6  finding      text    id; null = all findings of the zone
-- Of what was told of one date the last stands. Values are in the unit of the indicator.
WITH told AS (
  SELECT DISTINCT ON (as_of) 'entered' AS kind, as_of, value, told_by, version
  FROM indicator_value
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND edition = $3 AND indicator = $4 AND zone = $5
  ORDER BY as_of, version DESC
), found AS (
  SELECT id, as_of, value, measured_version FROM finding
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND edition = $3 AND indicator = $4
    AND ($6::text IS NULL OR id = $6) AND zone IS NOT DISTINCT FROM $5::text
), points AS (
  SELECT kind, as_of, value, told_by, NULL::bigint AS data_version, version AS at FROM told
  UNION ALL
  SELECT 'finding', as_of, value, NULL, measured_version, measured_version FROM found
  WHERE value IS NOT NULL AND measured_version IS NOT NULL
  UNION ALL
  SELECT 'recheck', checked_on, recheck.value, NULL, recheck.measured_version, recheck.version
  FROM found JOIN finding_recheck recheck ON recheck.district_id = $1 AND recheck.finding = found.id
  WHERE recheck.value IS NOT NULL AND recheck.measured_version IS NOT NULL
)
SELECT kind, as_of AS "asOf", value, told_by AS "toldBy", data_version AS "dataVersion" FROM points ORDER BY as_of, at;
