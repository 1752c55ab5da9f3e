-- The published figures of one quantity: those of a place, then cases from elsewhere; superseded ones are left out.
--   $1  adcode    text
--   $2  quantity  text
SELECT id, zone, quantity, value, unit, jurisdiction, as_of AS "asOf", basis, source, superseded_by AS "supersededBy"
FROM published_value
WHERE quantity = $2 AND (adcode = $1 OR jurisdiction = '外地案例') AND superseded_by IS NULL
ORDER BY adcode <> $1, id;
