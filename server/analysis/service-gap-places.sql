-- What a map and a table call the places where something is lacking, and who by age lives there.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]              who asks may see
--   $4  ordinals     integer[]           the buildings that lack it
--   $5  shares       double precision[]  of each footprint inside, (0, 1]
--   $6  places       integer[]           the place of each, from 0 without a gap
--   $7  reach_m      double precision    a street or landmark farther from the middle names nothing, m on the ellipsoid
-- One row per place in order. "shape" is a hull of the footprints (GeoJSON, EPSG:4326) for the eye: areas are not read from it.
-- "middle" [lon, lat] is on the footprint nearest to the middle of all. "street" and "landmark" are the nearest with a name
-- (a landmark is an estate, a metro station or a named facility). "ages" sums 0-2, 3-5, 6-11, 12-14, 15-59, 60-64, 65-79, 80+ by share,
-- null where no building of the place has ages. Uses the key (dataset_id, ordinal) and the indexes on geom.
WITH stands AS MATERIALIZED (
  SELECT place, share, geom, residents_by_age AS ages
  FROM unnest($4::integer[], $5::double precision[], $6::integer[]) AS part (ordinal, share, place)
  JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
), gathered AS MATERIALIZED (
  SELECT place, ST_ConcaveHull(ST_Collect(geom), 0.3) AS hull, ST_Centroid(ST_Collect(ST_Centroid(geom))) AS centre
  FROM stands GROUP BY place
), middled AS MATERIALIZED (
  SELECT place, hull, ST_PointOnSurface(geom) AS point
  FROM gathered JOIN (
    SELECT DISTINCT ON (place) place, geom
    FROM stands JOIN gathered USING (place)
    ORDER BY place, ST_Distance(geom, centre), geom
  ) nearest USING (place)
), age AS (
  SELECT place, jsonb_agg(residents ORDER BY bin) AS ages
  FROM (
    SELECT place, bin, sum(share * ages[bin]) AS residents
    FROM stands, generate_series(1, 8) bin WHERE ages IS NOT NULL
    GROUP BY place, bin
  ) summed GROUP BY place
)
SELECT ST_AsGeoJSON(ST_Multi(CASE WHEN ST_Dimension(hull) = 2 THEN hull END), 6)::jsonb AS "shape",
  ARRAY[ST_X(point), ST_Y(point)] AS "middle", age.ages AS "ages",
  (SELECT jsonb_build_object('nameZh', name_zh, 'nameEn', name_en) FROM (
    SELECT name_zh, name_en, geom FROM store.road
    WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) AND name_zh IS NOT NULL AND class <> 'rail'
      AND geom && ST_Expand(point, $7 / 80000)
    ORDER BY geom <-> point, id LIMIT 1
  ) near WHERE ST_DWithin(geom::geography, point::geography, $7)) AS "street",
  (SELECT jsonb_build_object('nameZh', name_zh, 'nameEn', name_en) FROM (
    SELECT * FROM (
      SELECT name_zh, name_en, geom, id FROM store.metro_station
      WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) AND name_zh IS NOT NULL
        AND geom && ST_Expand(point, $7 / 80000)
      UNION ALL
      SELECT name_zh, name_en, geom, id FROM store.zone
      WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) AND kind = 'estate'
        AND geom && ST_Expand(point, $7 / 80000)
      UNION ALL
      SELECT name_zh, name_en, geom, id FROM store.facility
      WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[]) AND name_zh IS NOT NULL
        AND geom && ST_Expand(point, $7 / 80000)
    ) landmark ORDER BY geom <-> point, id LIMIT 1
  ) near WHERE ST_DWithin(geom::geography, point::geography, $7)) AS "landmark"
FROM middled LEFT JOIN age USING (place)
ORDER BY place;
