-- Which of some places lie in a district.
--   $1  district_id  text
--   $2  places       jsonb  array of {line, place}: GeoJSON in EPSG:4326, rings closed
-- invalidReason tells how a ring crosses itself; null = it does not.
WITH given AS (
  SELECT line, ST_SetSRID(ST_GeomFromGeoJSON(place::text), 4326) AS geom
  FROM jsonb_to_recordset($2::jsonb) AS each (line integer, place jsonb)
)
SELECT line, CASE WHEN NOT ST_IsValid(geom) THEN ST_IsValidReason(geom) END AS "invalidReason",
  ST_IsValid(geom) AND EXISTS (
    SELECT FROM zone WHERE district_id = $1 AND kind = 'district' AND ST_Intersects(zone.geom, given.geom)) AS inside
FROM given;
