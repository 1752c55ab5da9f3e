-- Adds findings; one that is there already, by its identity, is left as it is. Answers with the ids added.
--   $1  district_id     text
--   $2  rows            jsonb   array of {id, identity, title, note, edition, indicator, zone, place, severity, source, value,
--                               threshold, asOf, measuredVersion, level}; place is GeoJSON in EPSG:4326 or null
--   $3  import_version  bigint  null = by hand
INSERT INTO finding (district_id, id, identity, title, note, edition, indicator, zone, geom, severity, source, value, threshold,
  as_of, measured_version, level, import_version)
SELECT $1, id, identity, title, note, edition, indicator, zone,
  CASE WHEN jsonb_typeof(place) = 'object' THEN ST_SetSRID(ST_Force2D(ST_GeomFromGeoJSON(place::text)), 4326) END,
  severity, source, value, threshold, "asOf", "measuredVersion", level, $3
FROM jsonb_to_recordset($2::jsonb) AS given (id text, identity text, title text, note text, edition text, indicator text,
  zone text, place jsonb, severity text, source text, value double precision, threshold double precision, "asOf" date,
  "measuredVersion" bigint, level text)
ON CONFLICT (district_id, identity) DO NOTHING
RETURNING id;
