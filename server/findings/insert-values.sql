-- Adds values told of indicators.
--   $1  district_id     text
--   $2  version         bigint  of the write
--   $3  rows            jsonb   array of {id, edition, indicator, zone, asOf, value, toldBy, note, level}
--   $4  import_version  bigint  null = by hand
INSERT INTO indicator_value
  (district_id, id, version, edition, indicator, zone, as_of, value, told_by, note, level, import_version)
SELECT $1, id, $2, edition, indicator, zone, "asOf", value, "toldBy", note, level, $4
FROM jsonb_to_recordset($3::jsonb) AS given (id text, edition text, indicator text, zone text, "asOf" date,
  value double precision, "toldBy" text, note text, level text);
