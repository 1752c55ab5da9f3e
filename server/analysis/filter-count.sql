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
--   $10 named        boolean             whether the buildings of each set are named by "ordinals"
-- A building meets a set if each of its conditions is known and true; a set without conditions is met by all. "matched" holds
-- a row per set, weighted by the share, sums null where no building has the value, "ordinals" rising, null where not asked for; "unknown" a row per condition, in their
-- order: the buildings whose value is not known. Floors and heights are single precision and so are their limits. Uses the key (dataset_id, ordinal).
WITH inside AS MATERIALIZED (
  SELECT part.ordinal, share, gfa_above_sqm, dwellings, people.residents,
    ARRAY[floors_above, height_m, footprint_sqm, gfa_above_sqm, year_built, dwellings, people.residents]::double precision[] AS numbers,
    ARRAY[nullif(use, 'unknown'), structure, safety_grade, disposition, has_lift::text, heritage::text] AS texts
  FROM unnest($3::integer[], $4::double precision[]) AS part (ordinal, share)
  JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
  CROSS JOIN LATERAL (SELECT CASE WHEN (SELECT knows_residents_by_house($2)) THEN building.residents END AS residents) people
), condition AS MATERIALIZED (
  SELECT number, set, field, op, value = 'true' AS wanted,
    array_position(ARRAY['floorsAbove', 'heightM', 'footprintSqm', 'gfaAboveSqm', 'yearBuilt', 'dwellings', 'residents'], field) AS number_at,
    array_position(ARRAY['use', 'structure', 'safetyGrade', 'disposition', 'hasLift', 'heritage'], field) AS text_at,
    ARRAY(SELECT CASE WHEN field IN ('floorsAbove', 'heightM') THEN each::real ELSE each::double precision END
      FROM jsonb_array_elements(list) each WHERE jsonb_typeof(each) = 'number') AS limits,
    ARRAY(SELECT jsonb_array_elements_text(list)) AS wordings
  FROM unnest($6::integer[], $7::text[], $8::text[], $9::text[]) WITH ORDINALITY AS item (set, field, op, value, number)
  CROSS JOIN LATERAL (SELECT CASE WHEN op = 'in' THEN value::jsonb ELSE jsonb_build_array(value::jsonb) END AS list) given
), tested AS MATERIALIZED (
  SELECT number, set, ordinal, share, numbers[number_at] IS NOT NULL OR texts[text_at] IS NOT NULL AS known,
    CASE WHEN op = 'known' THEN (numbers[number_at] IS NOT NULL OR texts[text_at] IS NOT NULL) = wanted
      WHEN number_at IS NOT NULL THEN CASE op WHEN 'lt' THEN numbers[number_at] < limits[1]
        WHEN 'lte' THEN numbers[number_at] <= limits[1] WHEN 'ne' THEN numbers[number_at] <> limits[1]
        WHEN 'gte' THEN numbers[number_at] >= limits[1] WHEN 'gt' THEN numbers[number_at] > limits[1]
        ELSE numbers[number_at] = ANY (limits) END
      WHEN op = 'ne' THEN texts[text_at] <> wordings[1]
      ELSE texts[text_at] = ANY (wordings) END AS holds
  FROM inside CROSS JOIN condition
), failed AS (
  SELECT DISTINCT set, ordinal FROM tested WHERE holds IS NOT TRUE
), matched AS (
  SELECT number AS set, coalesce(sum(share), 0) AS "buildings", sum(share * gfa_above_sqm) AS "gfaAboveSqm",
    sum(share * dwellings) AS "dwellings", sum(share * residents) AS "residents",
    CASE WHEN $10::boolean THEN coalesce(array_agg(ordinal ORDER BY ordinal) FILTER (WHERE ordinal IS NOT NULL), '{}') END AS "ordinals"
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
