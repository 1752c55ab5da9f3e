-- The area a question is about, judged: valid? inside the district? how large? Nothing here depends on how much the area holds.
--   $1  district_id    text
--   $2  levels         text[]   who asks may see
--   $3  drawn          text     GeoJSON Polygon or MultiPolygon, EPSG:4326; null where a zone is asked about
--   $4  zone_id        text     null where an area is drawn; both null: the district itself
--   $5  max_area_sqkm  double precision   a drawn area of more than twice this is measured roughly, without densifying
-- No row: the district has no live data. "found" false: there is no such zone. "invalidReason" null: the shape is valid.
-- "geometry" is the area within the district as EWKB; areas in m². Uses the keys of zone and dataset.
WITH home AS (
  SELECT dataset.id AS dataset_id, dataset.completeness, district.sample, district.adcode,
    outline.geom AS outline, outline.boundary_status
  FROM dataset
  JOIN district ON district.id = dataset.district_id
  LEFT JOIN LATERAL (
    SELECT geom, boundary_status FROM zone
    WHERE zone.district_id = $1 AND zone.kind = 'district' ORDER BY id LIMIT 1
  ) outline ON true
  WHERE dataset.district_id = $1 AND dataset.kind = 'base' AND dataset.status = 'live'
), chosen AS (
  SELECT ST_SetSRID(ST_GeomFromGeoJSON($3), 4326) AS geom, NULL::text AS boundary_status, false AS is_district WHERE $3 IS NOT NULL
  UNION ALL
  SELECT geom, boundary_status, kind = 'district' FROM zone
  WHERE $3 IS NULL AND district_id = $1 AND id = $4 AND level = ANY ($2::text[])
  UNION ALL
  SELECT outline, boundary_status, true FROM home WHERE $3 IS NULL AND $4 IS NULL
), judged AS MATERIALIZED (
  SELECT home.*, chosen.geom, chosen.boundary_status AS zone_status, chosen.is_district, ST_IsValidDetail(chosen.geom) AS detail
  FROM home LEFT JOIN chosen ON true
), clipped AS MATERIALIZED (
  SELECT judged.*, CASE WHEN NOT (detail).valid OR geom IS NULL THEN NULL
    WHEN ST_Contains(outline, geom) THEN geom
    ELSE ST_CollectionExtract(clip_shape(outline, geom), 3) END AS inside,
    -- degrees to km² at the middle latitude: good to a percent where it matters
    ST_Area(geom) * 12364 * cos(radians((ST_YMin(geom) + ST_YMax(geom)) / 2)) AS rough_sqkm
  FROM judged
), measured AS MATERIALIZED (
  SELECT clipped.*, inside IS NOT NULL AND ST_Area(inside) > 0 AS touches,
    CASE WHEN inside IS NULL OR ST_Area(inside) = 0 THEN NULL
      WHEN rough_sqkm > 2 * $5 AND $3 IS NOT NULL THEN rough_sqkm * 1e6
      ELSE area_sqm(geom) END AS area_sqm
  FROM clipped
)
SELECT dataset_id AS "datasetId", adcode, completeness, sample, is_district AS "isDistrict", geom IS NOT NULL AS "found",
  CASE WHEN NOT (detail).valid THEN (detail).reason END AS "invalidReason",
  CASE WHEN NOT (detail).valid THEN ARRAY[ST_X((detail).location), ST_Y((detail).location)] END AS "invalidAt",
  touches AS "touchesDistrict",
  CASE WHEN NOT touches AND (detail).valid THEN ST_Intersects(outline, ST_FlipCoordinates(geom)) END AS "insideIfSwapped",
  area_sqm AS "areaSqm",
  CASE WHEN NOT touches THEN NULL WHEN ST_Equals(inside, geom) THEN 1
    WHEN rough_sqkm > 2 * $5 AND $3 IS NOT NULL THEN NULL
    ELSE least(1, area_sqm(inside) / area_sqm) END AS "insideDistrictShare",
  CASE WHEN touches THEN ST_AsEWKB(inside) END AS "geometry",
  coalesce(zone_status, boundary_status) = 'schematic' OR boundary_status = 'schematic' AS "schematic",
  (SELECT coalesce(max(id), 0) FROM data_version WHERE district_id = $1) AS "dataVersion",
  (SELECT coalesce(max(id), 0) FROM data_version WHERE district_id = $1 AND changes_ground) AS "groundVersion"
FROM measured;
