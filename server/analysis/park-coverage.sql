-- The parks of an area by their area, and how much of it they take.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  area         geometry   EPSG:4326, within the district
--   $4  categories   text[]     of parks
--   $5  pocket       text       the category of pocket parks
-- A park counts where a point on it lies in the area; "areaSqm" is cut at the outline, the other areas are of whole parks.
-- Classes end where a definition's radius begins (area_sqm_min of coverage_radius): at least areaSqmMin, below areaSqmBelow.
-- m²; NULL where no area is known. Uses the indexes facility_category_of and facility_geom.
WITH park AS MATERIALIZED (
  SELECT category, geom, ST_Intersects($3::geometry, ST_PointOnSurface(geom)) AS stands_inside,
    coalesce(area_sqm, CASE WHEN ST_Dimension(geom) = 2 THEN area_sqm(geom) END) AS sqm
  FROM store.facility
  WHERE district_id = $1 AND dataset_id = $2 AND category = ANY ($4::text[]) AND level = 'public' AND geom && $3::geometry
), inside AS (
  SELECT category, sqm FROM park WHERE stands_inside
), bound AS (
  SELECT DISTINCT coalesce(area_sqm_min, 0) AS low
  FROM coverage_radius JOIN coverage_definition ON id = definition
  WHERE analysis = 'park-coverage'
), class AS (
  SELECT nullif(low, 0) AS low, lead(low) OVER (ORDER BY low) AS below FROM (SELECT low FROM bound UNION SELECT 0) bounds
), sized AS (
  SELECT class.low, class.below, count(sqm)::int AS count, coalesce(sum(sqm), 0) AS sqm
  FROM class LEFT JOIN inside ON sqm >= coalesce(class.low, 0) AND (class.below IS NULL OR sqm < class.below)
  GROUP BY class.low, class.below
)
SELECT (SELECT count(*)::int FROM inside) AS "count",
  (SELECT coalesce(sum(area_sqm(polygonal(clip_shape(geom, $3::geometry)))), 0)
    FROM park WHERE ST_Dimension(geom) = 2 AND ST_Intersects(geom, $3::geometry)) AS "areaSqm",
  (SELECT count(*)::int FROM inside WHERE sqm IS NULL) AS "sizeUnknown",
  (SELECT jsonb_agg(jsonb_build_object('areaSqmMin', low, 'areaSqmBelow', below, 'count', count, 'areaSqm', sqm)
    ORDER BY low NULLS FIRST) FROM sized) AS "bySize",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('tier', tier, 'sqmPerResident', sqm_per_resident,
      'renewalSqmPerResident', sqm_per_resident * renewal_share, 'parkSqmMin', park_sqm_min, 'parkWidthMMin', park_width_m_min,
      'clause', clause, 'status', status, 'source', source) ORDER BY tier DESC), '[]') FROM park_area_standard) AS "standards",
  (SELECT jsonb_build_object('count', count(*), 'areaSqm', sum(sqm), 'meanSqm', avg(sqm)) FROM inside WHERE category = $5) AS "pocket";
