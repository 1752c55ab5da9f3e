-- Derives the stretches of river bank inside a district, with the ways down to the water.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  bank_min_m   double precision   shorter pieces are left out (exclusive)
--   $4  access_m     double precision   a node of the walking network at most so far from the bank (inclusive) is on it
-- A bank is the outline of a river or canal inside the district where no other water continues it. An access point is a
-- node on the bank with an edge that leads away from it. Uses the GiST indexes of water, walk_node and walk_edge.
WITH district AS (
  SELECT geom FROM store.zone WHERE district_id = $1 AND dataset_id = $2::integer AND kind = 'district'
), river AS (
  SELECT water.id, water.source_id, water.name_zh, water.name_en, water.geom
  FROM store.water JOIN district ON water.geom && district.geom
  WHERE water.district_id = $1 AND water.dataset_id = $2::integer AND water.kind IN ('river', 'canal')
), outline AS (
  SELECT river.*, clip_shape(ST_Boundary(river.geom), district.geom) AS line,
    (SELECT ST_Union(other.geom, 1e-12) FROM store.water AS other
      WHERE other.geom && river.geom AND other.district_id = $1 AND other.dataset_id = $2::integer AND other.id <> river.id) AS others
  FROM river, district
), bank AS (
  SELECT id, source_id, name_zh, name_en,
    (ST_Dump(ST_LineMerge(ST_CollectionExtract(
      CASE WHEN others IS NULL THEN line ELSE cut_away(line, others) END, 2)))).geom AS geom
  FROM outline
), segment AS (
  SELECT *, length_m(geom) AS length_m, row_number() OVER (PARTITION BY id ORDER BY length_m(geom) DESC) - 1 AS number
  FROM bank
)
INSERT INTO store.riverfront_segment (district_id, dataset_id, id, source_id, name_zh, name_en, river, length_m, access_points, geom)
SELECT $1, $2::integer, segment.id || '.' || segment.number, segment.source_id, segment.name_zh, segment.name_en, segment.name_zh,
  segment.length_m, (
    SELECT count(DISTINCT node.ordinal)
    FROM store.walk_node AS node
    JOIN store.walk_edge AS edge ON edge.dataset_id = $2::integer AND edge.geom && node.geom
      AND node.ordinal IN (edge.from_node, edge.to_node)
    JOIN store.walk_node AS away ON away.district_id = $1 AND away.dataset_id = $2::integer
      AND away.ordinal = edge.from_node + edge.to_node - node.ordinal
    WHERE node.district_id = $1 AND node.dataset_id = $2::integer
      AND node.geom && ST_Expand(segment.geom, $4::float8 / 50000)
      AND ST_DWithin(node.geom::geography, segment.geom::geography, $4::float8)
      AND NOT ST_DWithin(away.geom::geography, segment.geom::geography, $4::float8)
  ), segment.geom
FROM segment
WHERE segment.length_m > $3::float8
RETURNING id;
