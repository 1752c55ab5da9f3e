-- What a feature belongs to or has: of a station its lines and entrances, of an entrance its station, of a line its
-- stations, of anything that is no zone the zones it lies in, the smallest first.
--   $1  district_id  text
--   $2  layer        text
--   $3  id           text
--   $4  levels       text[]   who asks may see
--   $5  place        geometry as GeoJSON text, EPSG:4326: the feature
-- Uses the primary keys and the GiST index of zone; a zone counts where a point on the feature lies in it.
WITH related AS (
  SELECT 0 AS place, 'metro-line' AS layer, line.id, NULL::text AS kind, line.name_zh, line.name_en, 0::double precision AS size
  FROM metro_station station JOIN metro_line line ON line.district_id = $1 AND line.ref = ANY (station.lines)
  WHERE $2 = 'metro-station' AND station.district_id = $1 AND station.id = $3 AND line.level = ANY ($4::text[])
  UNION ALL
  SELECT 1, 'metro-entrance', id, ref, name_zh, name_en, 0 FROM metro_entrance
  WHERE $2 = 'metro-station' AND district_id = $1 AND station = $3 AND level = ANY ($4::text[])
  UNION ALL
  SELECT 0, 'metro-station', station.id, NULL, station.name_zh, station.name_en, 0
  FROM metro_entrance entrance JOIN metro_station station ON station.district_id = $1 AND station.id = entrance.station
  WHERE $2 = 'metro-entrance' AND entrance.district_id = $1 AND entrance.id = $3 AND station.level = ANY ($4::text[])
  UNION ALL
  SELECT 0, 'metro-station', station.id, NULL, station.name_zh, station.name_en, 0
  FROM metro_line line JOIN metro_station station ON station.district_id = $1 AND line.ref = ANY (station.lines)
  WHERE $2 = 'metro-line' AND line.district_id = $1 AND line.id = $3 AND station.level = ANY ($4::text[])
  UNION ALL
  SELECT 2, 'zone', id, kind, name_zh, name_en, area_sqm FROM zone
  WHERE $2 NOT IN ('zone', 'metro-line', 'water') AND district_id = $1 AND level = ANY ($4::text[])
    AND kind <> 'district' AND ST_Covers(geom, ST_PointOnSurface(ST_SetSRID(ST_GeomFromGeoJSON($5), 4326)))
)
SELECT layer, id, kind, name_zh AS "nameZh", name_en AS "nameEn"
FROM related
ORDER BY place, size, layer, id
LIMIT 60;
