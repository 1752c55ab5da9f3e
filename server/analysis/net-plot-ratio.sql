-- Net plot ratio over the parcels of an area, and of its residential parcels beside the bands of a standard for new blocks.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  levels       text[]    who asks may see
--   $4  area         geometry  EPSG:4326, within the district
-- Parcels with at least half their area inside (>=; shares in degrees). A building belongs, whole, to the parcel it overlaps
-- most, of all parcels, the smaller id where two overlap alike. Floor area that counts for the plot ratio where known, else
-- floor area above ground; a parcel with a building that has neither is excluded. A parcel without buildings has ratio 0.
-- "bands": parcels of class R (GB 50137) with houses, by floor area ÷ footprint of the buildings that belong to them, rounded.
-- Parcel by parcel, so that each shape is prepared once. Uses the indexes parcel_geom and building_geom.
WITH candidate AS MATERIALIZED (
  SELECT id, area_sqm, land_use, geom
  FROM store.parcel
  WHERE geom && $4::geometry AND district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[])
    AND CASE WHEN ST_Contains($4::geometry, geom) THEN true WHEN NOT ST_Intersects($4::geometry, geom) THEN false
      ELSE ST_Area(clip_shape(geom, $4::geometry)) >= 0.5 * ST_Area(geom) END
), near AS (
  SELECT ST_SetSRID(ST_Extent(building.geom)::geometry, 4326) AS box
  FROM candidate
  JOIN store.building ON building.geom && candidate.geom AND building.district_id = $1 AND building.dataset_id = $2
), rival AS MATERIALIZED (
  SELECT id, geom FROM store.parcel
  WHERE geom && (SELECT box FROM near) AND district_id = $1 AND dataset_id = $2 AND level = ANY ($3::text[])
), placed AS MATERIALIZED (
  SELECT DISTINCT ON (ordinal) footprint_sqm, gfa_far_sqm, gfa_above_sqm, rival.id AS parcel
  FROM rival
  CROSS JOIN LATERAL (
    -- OFFSET 0: the parcel stays the outer side
    SELECT ordinal, geom, footprint_sqm, gfa_far_sqm, gfa_above_sqm FROM store.building
    WHERE geom && rival.geom AND district_id = $1 AND dataset_id = $2 AND in_sums AND level = ANY ($3::text[]) OFFSET 0
  ) house
  CROSS JOIN LATERAL (SELECT CASE WHEN ST_Contains(rival.geom, house.geom) THEN ST_Area(house.geom)
    WHEN ST_Intersects(rival.geom, house.geom) THEN ST_Area(clip_shape(house.geom, rival.geom)) ELSE 0 END AS overlap) common
  WHERE overlap > 0
  ORDER BY ordinal, overlap DESC, rival.id
), summed AS (
  SELECT candidate.id, sum(coalesce(gfa_far_sqm, gfa_above_sqm)) AS gfa_sqm, candidate.area_sqm, candidate.land_use,
    sum(footprint_sqm) AS footprint_sqm, sum(gfa_above_sqm) AS gfa_above_sqm, count(placed.parcel) AS buildings, count(gfa_far_sqm) AS counted,
    count(placed.parcel) FILTER (WHERE gfa_far_sqm IS NULL AND gfa_above_sqm IS NULL) AS missing
  FROM candidate LEFT JOIN placed ON placed.parcel = candidate.id
  GROUP BY candidate.id, candidate.area_sqm, candidate.land_use
), known AS (
  SELECT coalesce(gfa_sqm, 0) / area_sqm AS ratio, gfa_sqm, footprint_sqm / area_sqm AS coverage, buildings, counted,
    CASE WHEN land_use LIKE 'R%' THEN round(gfa_above_sqm / nullif(footprint_sqm, 0)) END AS floors
  FROM summed WHERE missing = 0 AND area_sqm > 0
), banded AS (
  SELECT storey_class, sum(gfa_sqm) AS gfa_sqm, jsonb_build_object('parcels', count(*),
    'plotRatioMedian', percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio),
    'siteCoverageMedian', percentile_cont(0.5) WITHIN GROUP (ORDER BY coverage)) AS found
  FROM known JOIN block_band ON floors BETWEEN floors_from AND floors_to
  GROUP BY storey_class
)
SELECT count(*)::int AS "parcels", (SELECT count(*) FROM summed WHERE missing > 0)::int AS "excluded",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY ratio) AS "median",
  percentile_cont(0.1) WITHIN GROUP (ORDER BY ratio) AS "p10",
  percentile_cont(0.9) WITHIN GROUP (ORDER BY ratio) AS "p90",
  CASE WHEN coalesce(sum(buildings), 0) = 0 THEN NULL WHEN sum(counted) = sum(buildings) THEN 'counted-floor-area'
    WHEN sum(counted) = 0 THEN 'floor-area-above-ground' ELSE 'mixed' END AS "basis",
  (SELECT coalesce(jsonb_agg(found || jsonb_build_object('storeyClass', storey_class, 'nameZh', name_zh, 'nameEn', name_en,
    'floorsFrom', floors_from, 'floorsTo', floors_to, 'plotRatioMin', plot_ratio_min, 'plotRatioMax', plot_ratio_max,
    'siteCoverageMax', site_coverage_max, 'standard', standard, 'edition', edition, 'clause', clause, 'status', status,
    'source', source) ORDER BY gfa_sqm DESC, floors_from), '[]') FROM banded JOIN block_band USING (storey_class)) AS "bands"
FROM known;
