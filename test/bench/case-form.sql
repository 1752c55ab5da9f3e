-- The sums of density and plot ratio as a careful reader of the PostGIS manual would ask for them, in one statement.
--   $1  dataset_id  integer
--   $2  area        text     GeoJSON polygon, EPSG:4326
WITH asked AS (
  SELECT ST_SetSRID(ST_GeomFromGeoJSON($2), 4326) AS geom
), inside AS MATERIALIZED (
  SELECT footprint_sqm, gfa_above_sqm, CASE WHEN ST_Contains(asked.geom, building.geom) THEN 1
    ELSE ST_Area(ST_Intersection(asked.geom, building.geom)) / ST_Area(building.geom) END AS share
  FROM store.building, asked
  WHERE dataset_id = $1 AND building.geom && asked.geom AND ST_Intersects(asked.geom, building.geom)
)
SELECT sum(share) AS "buildings", sum(share * footprint_sqm) AS "footprintSqm", sum(share * gfa_above_sqm) AS "gfaAboveSqm"
FROM inside;
