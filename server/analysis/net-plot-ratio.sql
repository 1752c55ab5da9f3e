-- Net plot ratio over some parcels, and of the residential ones beside the bands of a standard for new blocks.
--   $1  area_sqm       double precision[]  of each parcel
--   $2  land_use       text[]              class of GB 50137
--   $3  gfa_sqm        double precision[]  floor area of its buildings that counts for the plot ratio, NULL = none known
--   $4  footprint_sqm  double precision[]
--   $5  gfa_above_sqm  double precision[]  floor area above ground
--   $6  buildings      integer[]
--   $7  counted        integer[]           buildings whose floor area for the plot ratio is recorded
--   $8  missing        integer[]           buildings of which no floor area is known
--   $9  least_sqm      double precision[]  floor area of these at least
--   $10 most_sqm       double precision[]  and at most, NULL = cannot be said
-- All in one order. A parcel with a building of which none is known is excluded; one without buildings has ratio 0. "medianRange"
-- is the median over all parcels with the missing floor area at its least and at its most. "bands":
-- parcels of class R with houses, by floor area ÷ footprint of the buildings that belong to them, rounded.
WITH summed AS (
  SELECT * FROM unnest($1::float8[], $2::text[], $3::float8[], $4::float8[], $5::float8[], $6::int[], $7::int[], $8::int[], $9::float8[], $10::float8[])
    AS parcel (area_sqm, land_use, gfa_sqm, footprint_sqm, gfa_above_sqm, buildings, counted, missing, least_sqm, most_sqm)
), known AS (
  SELECT coalesce(gfa_sqm, 0) / area_sqm AS ratio, gfa_sqm, footprint_sqm / area_sqm AS coverage, buildings, counted,
    CASE WHEN land_use LIKE 'R%' THEN round(gfa_above_sqm / nullif(footprint_sqm, 0)) END AS floors
  FROM summed WHERE missing = 0 AND area_sqm > 0
), filled AS (
  SELECT (coalesce(gfa_sqm, 0) + least_sqm) / area_sqm AS least, (coalesce(gfa_sqm, 0) + most_sqm) / area_sqm AS most
  FROM summed WHERE area_sqm > 0
), banded AS (
  SELECT storey_class, sum(gfa_sqm) AS gfa_sqm, jsonb_build_object('parcels', count(*),
    'plotRatioMedian', percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio),
    'siteCoverageMedian', percentile_cont(0.5) WITHIN GROUP (ORDER BY coverage)) AS found
  FROM known JOIN block_band ON floors BETWEEN floors_from AND floors_to
  GROUP BY storey_class
)
SELECT count(*)::int AS "parcels", (SELECT count(*) FROM summed WHERE missing > 0)::int AS "excluded",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio) AS "median",
  (SELECT CASE WHEN count(*) > 0 THEN jsonb_build_array(percentile_cont(0.5) WITHIN GROUP (ORDER BY least),
    CASE WHEN count(*) = count(most) THEN percentile_cont(0.5) WITHIN GROUP (ORDER BY most) END) END FROM filled) AS "medianRange",
  percentile_cont(0.1) WITHIN GROUP (ORDER BY ratio) AS "p10",
  percentile_cont(0.9) WITHIN GROUP (ORDER BY ratio) AS "p90",
  CASE WHEN coalesce(sum(buildings), 0) = 0 THEN NULL WHEN sum(counted) = sum(buildings) THEN 'counted-floor-area'
    WHEN sum(counted) = 0 THEN 'floor-area-above-ground' ELSE 'mixed' END AS "basis",
  (SELECT coalesce(jsonb_agg(found || jsonb_build_object('storeyClass', storey_class, 'nameZh', name_zh, 'nameEn', name_en,
    'floorsFrom', floors_from, 'floorsTo', floors_to, 'plotRatioMin', plot_ratio_min, 'plotRatioMax', plot_ratio_max,
    'siteCoverageMax', site_coverage_max, 'standard', standard, 'edition', edition, 'clause', clause, 'status', status,
    'source', source) ORDER BY gfa_sqm DESC, floors_from), '[]') FROM banded JOIN block_band USING (storey_class)) AS "bands"
FROM known;
