-- The river banks of a dataset, and what of each lies in an area or along its edge.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]            who asks may see
--   $4  area         geometry          EPSG:4326, within the district
--   $5  along_m      double precision  a bank so far outside the area (inclusive) lies along it: outlines are drawn roughly
-- "line" and "inside" are WKB lines, EPSG:4326, lon lat; "inside" null where no part of the bank belongs to the area.
-- Uses the index riverfront_segment_geom.
WITH around AS MATERIALIZED (
  SELECT ST_Buffer($4::geometry::geography, $5::float8)::geometry AS geom
), segment AS (
  SELECT id, name_zh, name_en, river, access_points, riverfront_segment.geom AS line,
    CASE WHEN ST_Covers(around.geom, riverfront_segment.geom) THEN ST_Multi(riverfront_segment.geom)
      WHEN ST_Intersects(around.geom, riverfront_segment.geom)
        THEN ST_Multi(ST_CollectionExtract(clip_shape(riverfront_segment.geom, around.geom), 2)) END AS inside
  FROM store.riverfront_segment CROSS JOIN around
  WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[])
)
SELECT id AS "id", name_zh AS "nameZh", name_en AS "nameEn", river AS "river", access_points AS "recordedAccessPoints",
  ST_AsBinary(line) AS "line",
  CASE WHEN NOT ST_IsEmpty(inside) THEN ST_AsBinary(inside) END AS "inside"
FROM segment;
