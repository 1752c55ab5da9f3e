-- Writes an idle asset in place of what stood under its id, at its level; answers with no row where the place lies outside the
-- district.
--   $1  district_id  text
--   $2  id           text
--   $3  asset        jsonb  the columns of the table but its key and place
--   $4  lon          double precision  degrees, EPSG:4326
--   $5  lat          double precision
WITH given AS (
  SELECT asset.*, ST_SetSRID(ST_MakePoint($4, $5), 4326) AS at
  FROM jsonb_populate_record(NULL::idle_asset, $3::jsonb) asset
)
INSERT INTO idle_asset (district_id, id, kind, name_zh, name_en, vacant_since, area_sqm, intended_use, operator, closed_on, source,
  level, place)
SELECT $1, $2, kind, name_zh, name_en, vacant_since, area_sqm, intended_use, operator, closed_on, source, 'public', at
FROM given
WHERE EXISTS (SELECT FROM zone WHERE zone.district_id = $1 AND zone.kind = 'district' AND ST_Intersects(zone.geom, at))
ON CONFLICT (district_id, id) DO UPDATE SET
  kind = EXCLUDED.kind, name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, vacant_since = EXCLUDED.vacant_since,
  area_sqm = EXCLUDED.area_sqm, intended_use = EXCLUDED.intended_use, operator = EXCLUDED.operator,
  closed_on = EXCLUDED.closed_on, source = EXCLUDED.source, place = EXCLUDED.place
RETURNING id;
