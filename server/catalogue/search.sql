-- Named things whose Chinese or English name holds a text, or whose Chinese name is said so in pinyin.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  pattern      text     for ILIKE, wildcards of the user's text escaped
--   $4  text         text     as typed
--   $5  limit        integer
--   $6  offset       integer
--   $7  said         text[]   Chinese names that the text says in pinyin
--   $8  said_ranks   integer[]  of each: 0 = it is the name, 1 = the name begins with it, 2 = it stands within
-- A street of many pieces with one name is one hit; extent is west, south, east, north in degrees. Names that are the
-- text come first, then names that begin with it, then by kind of thing (zones before streets) and length.
WITH named AS (
  SELECT 0 AS place, 'zone' AS layer, id, kind AS kind, name_zh, name_en, geom FROM zone
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 1 AS place, 'walkway' AS layer, id, NULL::text AS kind, name_zh, name_en, geom FROM walkway
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 2 AS place, 'metro-station' AS layer, id, NULL AS kind, name_zh, name_en, geom FROM metro_station
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 3 AS place, 'landmark' AS layer, id, kind AS kind, name_zh, name_en, geom FROM landmark
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 4 AS place, 'riverfront-segment' AS layer, id, river AS kind, name_zh, name_en, geom FROM riverfront_segment
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 5 AS place, 'metro-line' AS layer, id, ref AS kind, name_zh, name_en, geom FROM metro_line
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 6 AS place, 'project' AS layer, id, stage AS kind, name_zh, name_en, geom FROM project
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 7 AS place, 'facility' AS layer, id, category AS kind, name_zh, name_en, geom FROM facility
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 8 AS place, 'green' AS layer, id, kind AS kind, name_zh, name_en, geom FROM green
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 9 AS place, 'water' AS layer, id, kind AS kind, name_zh, name_en, geom FROM water
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 10 AS place, 'control-zone' AS layer, id, kind AS kind, name_zh, name_en, geom FROM control_zone
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 11 AS place, 'building' AS layer, id, use AS kind, name_zh, name_en, geom FROM building
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 12 AS place, 'road' AS layer, id, class AS kind, name_zh, name_en, geom FROM road
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
  UNION ALL
  SELECT 13 AS place, 'metro-entrance' AS layer, id, ref AS kind, name_zh, name_en, geom FROM metro_entrance
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND (name_zh ILIKE $3 OR name_en ILIKE $3 OR name_zh = ANY ($7::text[]))
), hit AS (
  SELECT place, layer, min(id) AS id, min(kind) AS kind, name_zh, name_en, ST_Extent(geom) AS box
  FROM named
  GROUP BY place, layer, name_zh, name_en, CASE WHEN layer = 'road' THEN '' ELSE id END
)
SELECT layer, id, kind, name_zh AS "nameZh", name_en AS "nameEn",
  ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] AS extent, (count(*) OVER ())::int AS total
FROM hit
LEFT JOIN unnest($7::text[], $8::integer[]) AS said (name, rank) ON said.name = name_zh
ORDER BY
  least(said.rank, CASE WHEN lower($4::text) IN (lower(name_zh), lower(name_en)) THEN 0
    WHEN starts_with(lower(name_zh), lower($4::text)) OR starts_with(lower(name_en), lower($4::text)) THEN 1 ELSE 2 END),
  place, length(coalesce(name_zh, name_en)), layer, id
LIMIT $5 OFFSET $6;
