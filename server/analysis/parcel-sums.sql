-- What the buildings of each parcel of a dataset sum to.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]   who asks may see
--   $4  floors       jsonb    by use, what missing floors are taken as at most
-- A building belongs, whole, to the parcel it overlaps most, the smaller id where two overlap alike. "gfaSqm" is floor area that
-- counts for the plot ratio where known, else floor area above ground; "counted" how many buildings have the former, "missing"
-- how many neither, whose floor area is at least "leastSqm", one floor each, at most "mostSqm", NULL = cannot be said. Sums NULL where no building has the value. Reads the whole dataset, so it is
-- asked once per data version. Parcel by parcel, so that each shape is prepared once. Uses building_geom.
WITH placed AS MATERIALIZED (
  SELECT DISTINCT ON (ordinal) footprint_sqm, gfa_far_sqm, gfa_above_sqm, use, parcel.id AS parcel
  FROM (
    SELECT id, geom FROM store.parcel WHERE district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[])
  ) parcel
  CROSS JOIN LATERAL (
    -- OFFSET 0: the parcel stays the outer side
    SELECT ordinal, geom, use, footprint_sqm, gfa_far_sqm, gfa_above_sqm FROM store.building
    WHERE geom && parcel.geom AND district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[]) OFFSET 0
  ) house
  CROSS JOIN LATERAL (SELECT CASE WHEN ST_Contains(parcel.geom, house.geom) THEN ST_Area(house.geom)
    WHEN ST_Intersects(parcel.geom, house.geom) THEN ST_Area(clip_shape(house.geom, parcel.geom)) ELSE 0 END AS overlap) common
  WHERE overlap > 0
  ORDER BY ordinal, overlap DESC, parcel.id
), summed AS (
  SELECT parcel AS id, sum(coalesce(gfa_far_sqm, gfa_above_sqm)) AS gfa_sqm, sum(footprint_sqm) AS footprint_sqm,
    sum(gfa_above_sqm) AS gfa_above_sqm, count(*)::int AS buildings, count(gfa_far_sqm)::int AS counted,
    (count(*) FILTER (WHERE gfa_far_sqm IS NULL AND gfa_above_sqm IS NULL))::int AS missing,
    coalesce(sum(footprint_sqm) FILTER (WHERE gfa_far_sqm IS NULL AND gfa_above_sqm IS NULL), 0) AS least_sqm,
    -- a use of which no floors are known leaves the upper end open
    CASE WHEN bool_or(gfa_far_sqm IS NULL AND gfa_above_sqm IS NULL AND NOT $4::jsonb ? use) THEN NULL ELSE
      coalesce(sum(footprint_sqm * ($4::jsonb ->> use)::float8) FILTER (WHERE gfa_far_sqm IS NULL AND gfa_above_sqm IS NULL), 0) END AS most_sqm
  FROM placed GROUP BY parcel
)
SELECT id, gfa_sqm AS "gfaSqm", footprint_sqm AS "footprintSqm", gfa_above_sqm AS "gfaAboveSqm", buildings, counted, missing,
  least_sqm AS "leastSqm", most_sqm AS "mostSqm"
FROM summed;
