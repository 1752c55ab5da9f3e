-- How many buildings of an area meet sets of conditions.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]           the buildings inside
--   $4  shares       double precision[]  of each footprint inside, (0, 1]
--   $5  set_count    integer
--   $6  sets         integer[]           the set of each condition, 0-based
--   $7  fields       text[]              what each condition is about
--   $8  ops          text[]              lt | lte | eq | ne | gte | gt | in | known
--   $9  values       text[]              JSON, of the field's kind
-- A building meets a set if each of its conditions is known and true; a set without conditions is met by all. "matched" holds
-- a row per set, weighted by the share, sums null where no building has the value; "unknown" a row per condition, in their
-- order: the buildings whose value is not known. Uses the key (dataset_id, ordinal).
WITH inside AS MATERIALIZED (
  SELECT part.ordinal, share, floors_above, height_m, footprint_sqm, gfa_above_sqm, year_built, dwellings, residents, use,
    structure, safety_grade, disposition, has_lift, heritage
  FROM unnest($3::integer[], $4::double precision[]) AS part (ordinal, share)
  JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
), condition AS MATERIALIZED (
  SELECT number, set, field, op, value::jsonb AS value
  FROM unnest($6::integer[], $7::text[], $8::text[], $9::text[]) WITH ORDINALITY AS item (set, field, op, value, number)
), tested AS MATERIALIZED (
  SELECT number, set, ordinal, share, actual IS NOT NULL AS known, CASE op
      WHEN 'lt' THEN actual < value WHEN 'lte' THEN actual <= value WHEN 'eq' THEN actual = value
      WHEN 'ne' THEN actual <> value WHEN 'gte' THEN actual >= value WHEN 'gt' THEN actual > value
      WHEN 'in' THEN value @> actual WHEN 'known' THEN (actual IS NOT NULL) = (value = 'true') END AS holds
  FROM inside
  CROSS JOIN condition
  CROSS JOIN LATERAL (SELECT CASE field
      WHEN 'floorsAbove' THEN to_jsonb(floors_above) WHEN 'heightM' THEN to_jsonb(height_m)
      WHEN 'footprintSqm' THEN to_jsonb(footprint_sqm) WHEN 'gfaAboveSqm' THEN to_jsonb(gfa_above_sqm)
      WHEN 'yearBuilt' THEN to_jsonb(year_built) WHEN 'dwellings' THEN to_jsonb(dwellings)
      WHEN 'residents' THEN to_jsonb(residents) WHEN 'use' THEN to_jsonb(nullif(use, 'unknown'))
      WHEN 'structure' THEN to_jsonb(structure) WHEN 'safetyGrade' THEN to_jsonb(safety_grade)
      WHEN 'disposition' THEN to_jsonb(disposition) WHEN 'hasLift' THEN to_jsonb(has_lift)
      WHEN 'heritage' THEN to_jsonb(heritage) END AS actual) attribute
), failed AS (
  SELECT DISTINCT set, ordinal FROM tested WHERE holds IS NOT TRUE
), matched AS (
  SELECT number AS set, coalesce(sum(share), 0) AS "buildings", sum(share * gfa_above_sqm) AS "gfaAboveSqm",
    sum(share * dwellings) AS "dwellings", sum(share * residents) AS "residents"
  FROM generate_series(0, $5::integer - 1) number
  LEFT JOIN inside ON NOT EXISTS (SELECT FROM failed WHERE failed.set = number AND failed.ordinal = inside.ordinal)
  GROUP BY number
), unknown AS (
  SELECT condition.number, condition.set, field, coalesce(sum(share) FILTER (WHERE NOT known), 0) AS "buildings"
  FROM condition LEFT JOIN tested ON tested.number = condition.number
  GROUP BY condition.number, condition.set, field
)
SELECT (SELECT coalesce(sum(share), 0) FROM inside) AS "buildings",
  (SELECT jsonb_agg(to_jsonb(matched) ORDER BY set) FROM matched) AS "matched",
  (SELECT coalesce(jsonb_agg(to_jsonb(unknown) ORDER BY number), '[]') FROM unknown) AS "unknown";
