-- Facilities as points; one mapped as an area is shown at a point on its surface.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  after_id     text     rows with a greater id, exclusive; '' = from the first
--   $4  batch        integer  rows at most
-- wkb is EPSG:4326, little-endian. Uses the primary key (district_id, dataset_id, id).
SELECT id, ST_AsBinary(ST_PointOnSurface(geom), 'NDR') AS wkb, category, certainty, name_zh AS "nameZh", name_en AS "nameEn", context
FROM facility
WHERE district_id = $1 AND level = ANY ($2::text[]) AND id > $3
ORDER BY id
LIMIT $4;
