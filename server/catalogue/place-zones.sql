-- The zones a place lies in, the widest first; their edges belong to them.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  lon, $4 lat  double precision, degrees, EPSG:4326
-- Uses the GiST index.
SELECT id, kind, name_zh AS "nameZh", name_en AS "nameEn", boundary_status AS "boundaryStatus"
FROM zone
WHERE district_id = $1 AND level = ANY ($2::text[]) AND ST_Covers(geom, ST_SetSRID(ST_MakePoint($3, $4), 4326))
ORDER BY area_sqm DESC, id;
