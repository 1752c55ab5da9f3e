-- The buildings of a district in the order of their ordinals, as points with what they are coloured by.
--   $1  district_id    text
--   $2  levels         text[]   who asks may see
--   $3  after_ordinal  integer  rows with a greater ordinal, exclusive; -1 = from the first
--   $4  batch          integer  rows at most
-- lon, lat are of the centre of gravity, degrees, EPSG:4326. A plot ratio is of the parcel a building is recorded on: floor
-- area that counts where known, else above ground, ÷ the parcel's land; null where that of any of its buildings is unknown. Residents NULL: not known of
-- this building.
-- Uses the unique key (dataset_id, ordinal).
WITH built AS (
  SELECT parcel AS id,
    CASE WHEN count(*) = count(coalesce(gfa_far_sqm, gfa_above_sqm)) THEN sum(coalesce(gfa_far_sqm, gfa_above_sqm)) END AS gfa_sqm
  FROM building WHERE district_id = $1 AND level = ANY ($2::text[]) AND in_sums AND parcel IS NOT NULL
  GROUP BY parcel
)
SELECT ordinal, ST_X(centre) AS lon, ST_Y(centre) AS lat, footprint_sqm AS "footprintSqm", floors_above AS "floors",
  coalesce(height_m, 3 * floors_above)::real AS "heightM", year_built AS "yearBuilt", use, safety_grade AS "safetyGrade",
  permitted_plot_ratio AS "permittedPlotRatio", CASE WHEN parcel.area_sqm > 0 THEN gfa_sqm / parcel.area_sqm END AS "builtPlotRatio",
  CASE WHEN (SELECT bool_and(knows_residents_by_house(id)) FROM dataset WHERE district_id = $1 AND status = 'live') THEN residents END AS residents,
  in_sums AS "inSums"
FROM building
CROSS JOIN LATERAL (SELECT ST_Centroid(building.geom) AS centre) place
LEFT JOIN parcel ON parcel.district_id = $1 AND parcel.id = building.parcel AND parcel.level = ANY ($2::text[])
LEFT JOIN built ON built.id = parcel.id
WHERE building.district_id = $1 AND building.level = ANY ($2::text[]) AND ordinal > $3
ORDER BY ordinal
LIMIT $4;
