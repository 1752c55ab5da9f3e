-- Valid forms and areas of polygons as a source drew them, and which of them touch an area.
--   $1  outers  bytea[]  WKB MultiPolygon, EPSG:4326: the outer rings of each shape
--   $2  inners  bytea[]  WKB MultiPolygon of its inner rings, null where it has none
--   $3  area    bytea    WKB, EPSG:4326
-- "index" is the place in $1, from 0; "wkb" the valid MultiPolygon; "reason" says what was repaired, null where nothing was;
-- "areaSqm" in m2; "touches" is true where shape and area share at least a point. Shapes without any area are left out.
WITH drawn AS (
  SELECT (item.place - 1)::int AS index, ST_GeomFromWKB(item.outers, 4326) AS outers,
    ST_GeomFromWKB(item.inners, 4326) AS inners
  FROM unnest($1::bytea[], $2::bytea[]) WITH ORDINALITY AS item (outers, inners, place)
), checked AS (
  SELECT *, ST_IsValid(outers) AND (inners IS NULL OR ST_IsValid(inners)) AS valid FROM drawn
), holed AS (
  -- holes must lie inside and may touch the outline at points only
  SELECT *, CASE WHEN inners IS NULL OR NOT valid THEN true
    ELSE ST_CoveredBy(inners, outers) AND ST_Length(clip_shape(ST_Boundary(inners), ST_Boundary(outers))) = 0 END AS fits
  FROM checked
), shaped AS (
  -- polygons are made valid one by one: two that overlap are one area, not an area with a hole where they overlap
  SELECT index,
    CASE WHEN valid THEN outers ELSE (SELECT ST_Union(polygonal(part.geom), 1e-12) FROM ST_Dump(outers) AS part) END AS outers,
    CASE WHEN valid THEN inners ELSE (SELECT ST_Union(polygonal(part.geom), 1e-12) FROM ST_Dump(inners) AS part) END AS inners,
    CASE WHEN NOT valid THEN coalesce(nullif(ST_IsValidReason(outers), 'Valid Geometry'), ST_IsValidReason(inners))
      WHEN NOT fits THEN 'Hole outside the outline or along it' END AS reason
  FROM holed
), valid AS MATERIALIZED (
  SELECT index, reason,
    CASE WHEN inners IS NULL THEN ST_Multi(outers) ELSE polygonal(cut_away(outers, inners)) END AS geom
  FROM shaped
)
SELECT index, reason, ST_AsBinary(geom, 'NDR') AS wkb, area_sqm(geom) AS "areaSqm",
  ST_Intersects(geom, ST_GeomFromWKB($3::bytea, 4326)) AS touches
FROM valid
WHERE NOT ST_IsEmpty(geom)
ORDER BY index;
