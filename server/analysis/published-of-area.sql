-- The official figures to stand beside an answer: those of the district, and those of the zone asked about.
--   $1  adcode      text
--   $2  zone_id     text     null where an area is drawn
--   $3  quantities  text[]
-- A figure that a later one has superseded is left out.
SELECT id, zone, quantity, value, unit, jurisdiction, as_of AS "asOf", basis, source, superseded_by AS "supersededBy"
FROM published_value
WHERE adcode = $1 AND (zone IS NULL OR zone = $2) AND quantity = ANY ($3::text[]) AND superseded_by IS NULL
ORDER BY id;
