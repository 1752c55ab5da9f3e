-- Rivers by name, each with the lines from which its course is made (water-course.ts).
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  after_id     text     rows with a greater id, exclusive; '' = from the first
--   $4  batch        integer  rows at most
-- A river comes in pieces, of both sides of a boundary in its middle and between bridges: they are joined first, over slits of
-- up to 0.0001° (10 m); pieces farther apart keep courses of their own, those under a twentieth of the largest have none. wkb
-- is EPSG:4326, little-endian:
-- the edges between the Voronoi cells of points along the banks that lie well inside the water, so that none runs into a
-- corner. Widths are compared in degrees of latitude. Uses the primary key (district_id, dataset_id, id).
WITH river AS (
  SELECT min(id) AS id, name_zh, min(name_en) AS name_en, min(kind) AS kind, cos(radians(ST_Y(ST_Centroid(ST_Collect(geom))))) AS narrow,
    ST_Buffer(ST_Buffer(ST_Collect(geom), 0.00005, 1), -0.00005, 1) AS geom
  FROM water
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND kind IN ('river', 'canal', 'stream') AND name_zh IS NOT NULL
  GROUP BY name_zh
  HAVING min(id) > $3
  ORDER BY min(id)
  LIMIT $4
), piece AS (
  SELECT river.id, narrow, ST_Scale(part.geom, narrow, 1) AS geom, ST_Area(part.geom) AS area, max(ST_Area(part.geom)) OVER (PARTITION BY river.id) AS largest
  FROM river CROSS JOIN LATERAL ST_Dump(river.geom) part
), inner_piece AS MATERIALIZED (
  -- half the mean width of a strip is its area over its outline; an island is no bank to walk along
  SELECT id, narrow, ST_Segmentize(geom, ST_Perimeter(geom) / 250) AS geom, ST_Buffer(geom, -0.6 * ST_Area(geom) / ST_Perimeter(geom)) AS within
  FROM piece WHERE area >= largest / 20
), edge AS (
  SELECT inner_piece.id, inner_piece.narrow, between_cells.geom
  FROM inner_piece CROSS JOIN LATERAL ST_DumpSegments(ST_VoronoiLines(ST_Points(inner_piece.geom))) between_cells
  WHERE ST_Contains(inner_piece.within, between_cells.geom)
), course AS (
  SELECT id, ST_AsBinary(ST_Scale(ST_Collect(geom), 1 / narrow, 1), 'NDR') AS wkb FROM edge GROUP BY id, narrow
)
SELECT river.id, course.wkb, river.kind, river.name_zh AS "nameZh", river.name_en AS "nameEn"
FROM river JOIN course ON course.id = river.id
ORDER BY river.id;
