-- What projects of a district share on the ground, whatever their years and money: what conflicts are judged by. It changes with
-- the map only, so it is kept until that does.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
-- a and b are ids of projects, b null for a project and a control zone. amount: m2 of overlap, m of road, or buildings of both; of
-- a road a is taken as the earlier one. extent is west, south, east, north and place a point, in degrees; ground is GeoJSON.
-- A building is of the project that the point it stands at lies in. Uses the GiST indexes of project, building, control_zone, road.
WITH seen AS MATERIALIZED (
  SELECT id, categories, geom, coalesce(year_start, year_end) AS first, coalesce(year_end, year_start) AS last
  FROM project WHERE district_id = $1 AND level = ANY ($2)
),
-- what is never done in the same years is no conflict of ground, and not measured; unknown years are
overlap AS (
  SELECT one.id AS a, other.id AS b, polygonal(clip_shape(polygonal(one.geom), polygonal(other.geom))) AS geom
  FROM seen one
  JOIN project other ON other.district_id = $1 AND other.level = ANY ($2) AND other.geom && one.geom AND other.id > one.id
    AND coalesce(coalesce(other.year_start, other.year_end) <= one.last AND one.first <= coalesce(other.year_end, other.year_start),
      true)
    AND ST_Intersects(other.geom, one.geom)
  WHERE ST_Dimension(one.geom) = 2 AND ST_Dimension(other.geom) = 2
),
member AS MATERIALIZED (
  SELECT seen.id AS project, building.id AS building, building.estate
  FROM seen
  JOIN store.building ON building.district_id = $1 AND building.dataset_id IN (SELECT id FROM dataset WHERE status = 'live')
    AND building.level = ANY ($2) AND building.in_sums
    AND building.stands_at && seen.geom AND ST_Contains(seen.geom, building.stands_at)
),
in_estate AS (
  SELECT DISTINCT project, estate FROM member WHERE estate IS NOT NULL
),
same_building AS (
  SELECT one.project AS a, other.project AS b, one.estate, count(*) AS buildings, min(one.building) AS building
  FROM member one JOIN member other USING (building)
  WHERE one.project < other.project
  GROUP BY one.project, other.project, one.estate
),
sharing AS MATERIALIZED (
  SELECT one.project AS a, other.project AS b, one.estate, coalesce(buildings, 0) AS buildings, NULL::text AS building
  FROM in_estate one
  JOIN in_estate other ON other.estate = one.estate AND other.project > one.project
  LEFT JOIN same_building same ON same.a = one.project AND same.b = other.project AND same.estate = one.estate
  UNION ALL
  SELECT a, b, NULL, buildings, building FROM same_building WHERE estate IS NULL
),
-- each of them is measured once, however many share it
shared_place AS MATERIALIZED (
  SELECT id, name_zh, name_en, box_of(geom) AS extent, point_of(geom) AS place FROM zone
  WHERE district_id = $1 AND level = ANY ($2) AND id IN (SELECT estate FROM sharing)
  UNION ALL
  SELECT id, NULL, NULL, box_of(geom), point_of(geom) FROM building
  WHERE district_id = $1 AND id IN (SELECT building FROM sharing)
),
protected AS (
  SELECT seen.id AS a, control.id, control.kind, control.name_zh, control.name_en,
    polygonal(clip_shape(polygonal(seen.geom), control.geom)) AS geom
  FROM seen
  JOIN control_zone control ON control.district_id = $1 AND control.level = ANY ($2) AND control.geom && seen.geom
    AND ST_Intersects(control.geom, seen.geom)
  WHERE ST_Dimension(seen.geom) = 2
    AND control.kind IN (SELECT unnest(codes) FROM project_conflict_rule WHERE test = 'protection-overlap')
),
works AS MATERIALIZED (
  SELECT rule, codes, seen.id, seen.categories && earlier AS is_earlier, seen.categories && later AS is_later,
    CASE WHEN ST_Dimension(seen.geom) = 2 THEN polygonal(seen.geom)
      ELSE polygonal(ST_Buffer(seen.geom::geography, reach_m)::geometry) END AS geom
  FROM seen JOIN project_conflict_rule ON test = 'road-opened-again' AND seen.categories && (earlier || later)
),
opened AS (
  SELECT rule, codes, a, b, polygonal(geom) AS geom
  FROM (
    SELECT one.rule, one.codes, one.id AS a, other.id AS b, clip_shape(one.geom, other.geom) AS geom
    FROM works one
    JOIN works other ON other.rule = one.rule AND other.id <> one.id AND other.geom && one.geom
      AND ST_Intersects(other.geom, one.geom)
    WHERE one.is_earlier AND other.is_later
  ) both_open
),
road_piece AS (
  SELECT rule, a, b, road.id, road.name_zh, road.name_en,
    ST_CollectionExtract(clip_shape(road.geom, opened.geom), 2) AS geom
  FROM opened
  JOIN road ON road.district_id = $1 AND road.level = ANY ($2) AND road.class = ANY (codes) AND road.geom && opened.geom
    AND ST_Intersects(road.geom, opened.geom)
),
again AS (
  SELECT rule, a, b, min(id) AS id, name_zh, min(name_en) AS name_en, ST_Collect(geom) AS geom
  FROM road_piece
  WHERE NOT ST_IsEmpty(geom)
  GROUP BY rule, a, b, name_zh, CASE WHEN name_zh IS NULL THEN id END
),
fact AS (
  SELECT 'same-ground' AS test, NULL::text AS rule, a, b, NULL::text AS kind, NULL::text AS subject, NULL::text AS name_zh,
    NULL::text AS name_en, area_sqm(geom) AS amount, geom
  FROM overlap WHERE NOT ST_IsEmpty(geom)
  UNION ALL
  SELECT 'protection-overlap', NULL, a, NULL, kind, id, name_zh, name_en, area_sqm(geom), geom
  FROM protected WHERE NOT ST_IsEmpty(geom)
  UNION ALL
  SELECT 'road-opened-again', rule, a, b, NULL, id, name_zh, name_en, length_m(geom), geom FROM again
)
SELECT test, rule, a, b, kind, subject, name_zh AS "nameZh", name_en AS "nameEn", amount, box_of(geom) AS extent,
  point_of(geom) AS place, ST_AsGeoJSON(geom, 6)::jsonb AS ground
FROM fact
UNION ALL
SELECT 'funded-twice', NULL, a, b, NULL, shared.id, shared.name_zh, shared.name_en, buildings, extent, place, NULL
FROM sharing JOIN shared_place shared ON shared.id = coalesce(sharing.estate, sharing.building);
