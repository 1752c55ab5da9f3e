-- Keeps readings of indicators of a project.
--   $1  version      bigint  data version of the write
--   $2  district_id  text
--   $3  project      text
--   $4  readings     jsonb   array of {edition, indicator, zone, readOn, value, reason, toldBy, measuredVersion}
INSERT INTO project_reading (version, district_id, project_id, edition, indicator, zone, read_on, value, reason,
  measured_version, told_by)
SELECT $1, $2, $3, edition, indicator, zone, "readOn", value, reason, "measuredVersion", "toldBy"
FROM jsonb_to_recordset($4::jsonb) AS given (edition text, indicator text, zone text, "readOn" date, value double precision,
  reason text, "measuredVersion" bigint, "toldBy" text);
