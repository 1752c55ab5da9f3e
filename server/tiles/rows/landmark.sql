-- Landmarks.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  after_id     text     rows with a greater id, exclusive; '' = from the first
--   $4  batch        integer  rows at most
-- wkb is EPSG:4326, little-endian. Uses the primary key (district_id, dataset_id, id).
SELECT id, ST_AsBinary(geom, 'NDR') AS wkb, kind, name_zh AS "nameZh", name_en AS "nameEn"
FROM landmark
WHERE district_id = $1 AND level = ANY ($2::text[]) AND id > $3
ORDER BY id
LIMIT $4;
