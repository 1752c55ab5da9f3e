-- The zones an area crosses and the projects in it.
--   $1  district_id     text
--   $2  levels          text[]    who asks may see
--   $3  area            geometry  EPSG:4326, within the district
--   $4  inside_share    double precision   0…1, of the asked area within the district
-- "zones": areaShare is of the asked area, zoneShare of the zone, ratios of areas in degrees; zones that only touch are left
-- out. "projects" are those that meet the area, outlines included. Uses the indexes zone_geom and project_geom.
WITH crossed AS (
  SELECT id, kind, name_zh, name_en, ST_Area(geom) AS zone_area,
    CASE WHEN ST_Contains($3::geometry, geom) THEN ST_Area(geom) WHEN ST_Contains(geom, $3::geometry) THEN ST_Area($3::geometry)
      ELSE ST_Area(clip_shape(geom, $3::geometry)) END AS common
  FROM zone
  WHERE geom && $3::geometry AND district_id = $1 AND level = ANY ($2::text[]) AND ST_Intersects(geom, $3::geometry)
), found AS (
  SELECT id, name_zh, name_en, stage
  FROM project
  WHERE geom && $3::geometry AND district_id = $1 AND level = ANY ($2::text[]) AND ST_Intersects(geom, $3::geometry)
)
SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'nameZh', name_zh, 'nameEn', name_en,
    'areaShare', least(1, $4::double precision * common / ST_Area($3::geometry)), 'zoneShare', least(1, common / zone_area))
    ORDER BY common DESC, kind, id), '[]') FROM crossed WHERE common > 0) AS "zones",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'nameZh', name_zh, 'nameEn', name_en, 'stage', stage)
    ORDER BY id), '[]') FROM found) AS "projects";
