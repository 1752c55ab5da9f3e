-- The idle assets of a district that pass all filters, a page after the other, those vacant longest first.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  id           text     null = all
--   $4  kind         text     null = any, as the two after it
--   $5  state        text     idle | closed
--   $6  pattern      text     for ILIKE on names, intended use and operator, wildcards escaped
--   $7  limit        integer
--   $8  offset       integer
-- lon, lat in degrees, EPSG:4326; areas in m².
WITH found AS (
  SELECT * FROM idle_asset
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND ($3::text IS NULL OR id = $3)
    AND ($5::text IS NULL OR ($5 = 'closed') = (closed_on IS NOT NULL))
    AND ($6::text IS NULL OR name_zh ILIKE $6 OR coalesce(name_en ILIKE $6, false) OR coalesce(intended_use ILIKE $6, false)
      OR coalesce(operator ILIKE $6, false))
),
asked AS (
  SELECT *, row_number() OVER (ORDER BY closed_on IS NOT NULL, vacant_since NULLS LAST, id COLLATE "C") AS rank
  FROM found WHERE $4::text IS NULL OR kind = $4
),
told AS (
  SELECT rank, jsonb_build_object('id', page.id, 'kind', kind, 'nameZh', name_zh, 'nameEn', name_en, 'vacantSince', vacant_since,
    'areaSqm', area_sqm, 'intendedUse', intended_use, 'operator', operator, 'closedOn', closed_on, 'source', source,
    'lon', ST_X(place), 'lat', ST_Y(place), 'changes', written.list) AS item
  FROM (SELECT * FROM asked ORDER BY rank LIMIT $7 OFFSET $8) page
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('version', change.version,
        'at', to_char(version.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', note,
        'entity', layer, 'id', feature_id, 'before', before, 'after', after) ORDER BY change.version DESC), '[]') AS list
    FROM change JOIN data_version version ON version.id = change.version
    WHERE change.district_id = $1 AND layer = 'idle-asset' AND feature_id = page.id
  ) written
)
SELECT (SELECT count(*) FROM asked)::int AS total,
  (SELECT coalesce(jsonb_object_agg(kind, assets), '{}') FROM (SELECT kind, count(*) AS assets FROM found GROUP BY kind) k) AS kinds,
  (SELECT sum(area_sqm) FROM asked) AS "areaSqm", (SELECT count(*) FILTER (WHERE area_sqm IS NULL) FROM asked)::int AS "areaUnknown",
  (SELECT coalesce(jsonb_agg(item ORDER BY rank), '[]') FROM told) AS items;
