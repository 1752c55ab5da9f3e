-- How long the roads of an area are, by class, as drawn and with the two carriageways of divided roads counted once.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]            who asks may see
--   $4  area         geometry          EPSG:4326, within the district
--   $5  classes      text[]            of the layer road
--   $6  gap_m        double precision  greatest distance of two carriageways, metres, inclusive
--   $7  gap_lon      double precision  at least as far in degrees of longitude
--   $8  gap_lat      double precision  and of latitude
-- A row per class held. Lengths in metres on the ellipsoid. A stretch between two drawn points of a one-way road is paired
-- where another one-way road of its class lies within the gap of its middle and runs against it, by more than 135 degrees;
-- a centreline takes half of what is paired. Uses the index road_geom.
WITH drawn AS MATERIALIZED (
  SELECT id, class, one_way, bridge, tunnel, geom AS whole,
    CASE WHEN ST_Contains($4::geometry, geom) THEN geom ELSE clip_shape(geom, $4::geometry) END AS geom
  FROM store.road
  WHERE geom && $4::geometry AND district_id = $1 AND dataset_id = $2 AND class = ANY ($5::text[]) AND level = ANY ($3::text[])
), stretch AS MATERIALIZED (
  SELECT id, class, one_way, bridge, tunnel, whole, (ST_DumpSegments(geom)).geom AS geom
  FROM drawn WHERE ST_Intersects(geom, $4::geometry)
), measured AS MATERIALIZED (
  SELECT *, length_m(geom) AS length_m, ST_LineInterpolatePoint(geom, 0.5) AS middle FROM stretch
), judged AS (
  SELECT class, bridge, tunnel, length_m, one_way AND EXISTS (
    SELECT FROM store.road other,
      LATERAL (SELECT ST_LineLocatePoint(other.geom, middle) AS there, ST_LineLocatePoint(whole, middle) AS here) AS at
    WHERE other.geom && ST_Expand(middle, $7, $8) AND other.district_id = $1 AND other.dataset_id = $2 AND other.one_way
      AND other.class = measured.class AND other.id <> measured.id AND other.level = ANY ($3::text[])
      AND ST_Distance(middle::geography, ST_ClosestPoint(other.geom, middle)::geography) <= $6
      AND cos(
        ST_Azimuth(ST_LineInterpolatePoint(other.geom, greatest(0, there - 0.01)), ST_LineInterpolatePoint(other.geom, least(1, there + 0.01)))
        - ST_Azimuth(ST_LineInterpolatePoint(whole, greatest(0, here - 0.01)), ST_LineInterpolatePoint(whole, least(1, here + 0.01)))
      ) < cos(radians(135))
  ) AS paired
  FROM measured
)
SELECT class, sum(length_m) AS "lengthM", sum(CASE WHEN paired THEN length_m / 2 ELSE length_m END) AS "centrelineM",
  coalesce(sum(length_m) FILTER (WHERE bridge), 0) AS "bridgeM", coalesce(sum(length_m) FILTER (WHERE tunnel), 0) AS "tunnelM"
FROM judged GROUP BY class ORDER BY class;
