-- What the buildings of a district know of each field a condition may name.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
-- Parts and duplicates (in_sums false) are left out, as in every count. min and max are of numbers; values of texts and
-- truth values, the most frequent first, at most 100. A use "unknown" is not known.
WITH asked AS MATERIALIZED (
  SELECT year_built, floors_above, height_m, footprint_sqm, gfa_above_sqm, dwellings,
    CASE WHEN (SELECT bool_and(knows_residents_by_house(id)) FROM dataset WHERE district_id = $1 AND status = 'live') THEN residents END AS residents, nullif(use, 'unknown') AS use, structure, safety_grade, disposition, has_lift, heritage
  FROM building
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND in_sums
), cell AS (
  SELECT field, place, number, NULL::text AS text FROM asked CROSS JOIN LATERAL (VALUES
    ('yearBuilt', 1, year_built::double precision), ('floorsAbove', 2, floors_above), ('gfaAboveSqm', 9, gfa_above_sqm),
    ('footprintSqm', 10, footprint_sqm), ('heightM', 11, height_m), ('dwellings', 12, dwellings), ('residents', 13, residents)) n (field, place, number)
  UNION ALL
  SELECT field, place, NULL, text FROM asked CROSS JOIN LATERAL (VALUES
    ('hasLift', 3, has_lift::text), ('safetyGrade', 4, safety_grade), ('use', 5, use), ('structure', 6, structure),
    ('heritage', 7, heritage::text), ('disposition', 8, disposition)) t (field, place, text)
), counted AS (
  SELECT field, place, text, count(*) AS buildings, count(number) + count(text) AS known, min(number) AS min, max(number) AS max
  FROM cell GROUP BY field, place, text
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY field ORDER BY text IS NULL, buildings DESC, text COLLATE "C") AS rank FROM counted
)
SELECT field, sum(buildings)::int AS "buildings", sum(known)::int AS "known", min(min) AS "min", max(max) AS "max",
  coalesce(jsonb_agg(jsonb_build_object('value', text, 'buildings', buildings) ORDER BY rank)
    FILTER (WHERE text IS NOT NULL AND rank <= 100), '[]') AS "values"
FROM ranked
GROUP BY field, place
ORDER BY place;
