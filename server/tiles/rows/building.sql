-- Buildings. ordinal is the place of a building in the arrays of /api/reach. heightM in metres is for extrusion only: the height, else 3 m a floor, else null (unknown).
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  after_id     text     rows with a greater id, exclusive; '' = from the first
--   $4  batch        integer  rows at most
-- wkb is EPSG:4326, little-endian. Uses the primary key (district_id, dataset_id, id).
SELECT id, ST_AsBinary(geom, 'NDR') AS wkb, ordinal, use, floors_above AS "floors", coalesce(height_m, 3 * floors_above)::real AS "heightM", year_built AS "yearBuilt", safety_grade AS "safetyGrade", disposition, in_sums AS "inSums"
FROM building
WHERE district_id = $1 AND level = ANY ($2::text[]) AND id > $3
ORDER BY id
LIMIT $4;
