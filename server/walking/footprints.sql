-- The footprints that sums are made of, a page at a time.
--   $1  district_id    text
--   $2  dataset_id     integer
--   $3  first ordinal  integer, inclusive
--   $4  end ordinal    integer, exclusive
-- Parts and overlapping duplicates are left out; residents NULL = not known. "shape" is a MultiPolygon as WKB, EPSG:4326. Uses the key (dataset_id, ordinal).
SELECT ordinal, level, CASE WHEN (SELECT knows_residents_by_house($2)) THEN residents END AS residents, ST_AsBinary(geom) AS "shape"
FROM store.building
WHERE district_id = $1 AND dataset_id = $2 AND ordinal >= $3 AND ordinal < $4 AND in_sums
ORDER BY ordinal;
