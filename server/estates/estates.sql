-- The estates of a district with what their buildings are, a page after the other, and how many cannot be judged.
--   $1   district_id   text
--   $2   levels        text[]   who asks may see
--   $3   id            text     null = all estates
--   $4   built_from    integer  inclusive; null = any, as the five after it
--   $5   built_to      integer  inclusive
--   $6   lift          text     a state of the contract
--   $7   project       text     none | some
--   $8   survey        text     none | some
--   $9   pattern       text     for ILIKE on names, wildcards escaped
--   $10  lift_floors   double precision  homes of so many floors need a lift, inclusive
--   $11  suppress      double precision  fewer dwellings are not told; 0 = all are
--   $12  sort          text     name | builtYear | dwellings | liftWithout
--   $13  limit         integer
--   $14  offset        integer
-- A building belongs to the estate its row names. Homes are residential buildings; parts and duplicates count nowhere. Floor
-- area weighs the years, the footprint where it is not known. A filter on what is not known is neither passed nor failed: such
-- an estate counts as undecided where it passes the others. extent is west, south, east, north in degrees, EPSG:4326.
WITH live AS (
  SELECT id FROM dataset WHERE district_id = $1 AND status = 'live'
), asked AS MATERIALIZED (
  SELECT id, name_zh, name_en, geom FROM store.zone
  WHERE district_id = $1 AND dataset_id = ANY (ARRAY(SELECT id FROM live)) AND kind = 'estate' AND level = ANY ($2::text[]) AND ($3::text IS NULL OR id = $3)
),
home AS MATERIALIZED (
  SELECT estate, use, year_built, floors_above, has_lift, dwellings, gfa_above_sqm, use = 'residential' AS is_home, coalesce(gfa_above_sqm, footprint_sqm) AS weight,
    use = 'residential' AND floors_above >= $10 AS needs_lift,
    -- what may be a home high enough
    has_lift IS NOT TRUE AND (use = 'residential' AND floors_above IS NULL
      OR use = 'unknown' AND coalesce(floors_above >= $10, true)) AS is_open
  FROM store.building
  WHERE district_id = $1 AND dataset_id = ANY (ARRAY(SELECT id FROM live)) AND level = ANY ($2::text[]) AND in_sums
    AND estate IN (SELECT id FROM asked)
),
counted AS (
  SELECT estate AS id, count(*)::int AS buildings, count(*) FILTER (WHERE is_home)::int AS homes,
    min(year_built) FILTER (WHERE is_home) AS built_from, max(year_built) FILTER (WHERE is_home) AS built_until,
    count(*) FILTER (WHERE is_home AND year_built IS NULL)::int AS year_unknown,
    coalesce(sum(weight) FILTER (WHERE is_home AND year_built IS NOT NULL), 0) AS dated,
    coalesce(sum(weight) FILTER (WHERE is_home), 0) AS weight,
    sum(dwellings) AS dwellings, count(*) FILTER (WHERE is_home AND dwellings IS NULL)::int AS dwellings_unknown,
    sum(gfa_above_sqm) AS gfa_above_sqm, count(*) FILTER (WHERE gfa_above_sqm IS NULL)::int AS gfa_unknown,
    count(*) FILTER (WHERE needs_lift)::int AS lift_needed,
    count(*) FILTER (WHERE needs_lift AND has_lift)::int AS lift_with,
    count(*) FILTER (WHERE needs_lift AND NOT has_lift)::int AS lift_without,
    count(*) FILTER (WHERE needs_lift AND has_lift IS NULL OR is_open)::int AS lift_unknown,
    count(*) FILTER (WHERE use = 'unknown') AS use_unknown
  FROM home GROUP BY estate
),
-- the year by which half of the dated floor area stood
ranked AS (
  SELECT estate AS id, year_built, sum(weight) OVER (PARTITION BY estate ORDER BY year_built) AS built,
    sum(weight) OVER (PARTITION BY estate) AS dated
  FROM home WHERE is_home AND year_built IS NOT NULL
),
middle AS (
  SELECT id, min(year_built) AS built_year FROM ranked WHERE 2 * built >= dated GROUP BY id
),
going AS MATERIALIZED (
  SELECT id, name_zh, name_en, stage, geom FROM project
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND stage IS DISTINCT FROM '出库'
),
-- a place or a line meets the estate, an area holds a point on it or on one of its buildings
inside AS (
  SELECT asked.id AS estate, near.id, name_zh, name_en, stage FROM (SELECT id, geom FROM asked) asked
  CROSS JOIN LATERAL (
    SELECT id, name_zh, name_en, stage, geom FROM project WHERE geom && asked.geom AND district_id = $1 AND level = ANY ($2::text[])
      AND stage IS DISTINCT FROM '出库' OFFSET 0
  ) near
  WHERE ST_Intersects(near.geom, CASE WHEN ST_Dimension(near.geom) < 2 THEN asked.geom ELSE ST_PointOnSurface(asked.geom) END)
  UNION
  SELECT building.estate, going.id, going.name_zh, going.name_en, going.stage FROM going JOIN store.building ON building.district_id = $1
    AND dataset_id = ANY (ARRAY(SELECT id FROM live)) AND building.level = ANY ($2::text[]) AND in_sums
    -- looked up, not joined: estates are many where projects are
    AND (building.estate IN (SELECT id FROM asked)) IS TRUE AND ST_Dimension(going.geom) = 2 AND ST_Intersects(going.geom, stands_at)
),
projects AS (
  SELECT estate AS id, jsonb_agg(jsonb_build_object('id', inside.id, 'nameZh', name_zh, 'nameEn', name_en, 'stage', stage)
    ORDER BY inside.id) AS list
  FROM inside GROUP BY estate
),
told AS (
  SELECT asked.*, counted.*, CASE WHEN 2 * counted.dated > counted.weight THEN middle.built_year END AS built_year, record.surveyed_on,
    CASE WHEN EXISTS (SELECT FROM project WHERE district_id = $1 AND level = ANY ($2::text[]))
      THEN coalesce(projects.list, '[]') END AS projects,
    CASE WHEN buildings > 0 AND homes + use_unknown = 0 THEN 'no-homes'
      WHEN lift_with > 0 THEN CASE WHEN lift_without + lift_unknown > 0 THEN 'some' ELSE 'all' END
      WHEN lift_unknown > 0 OR coalesce(homes, 0) = 0 THEN 'unknown'
      WHEN lift_without > 0 THEN 'none' ELSE 'not-needed' END AS lift_state
  FROM (SELECT id AS estate_id, name_zh, name_en, geom FROM asked) asked
  LEFT JOIN counted ON counted.id = asked.estate_id
  LEFT JOIN middle ON middle.id = asked.estate_id
  LEFT JOIN projects ON projects.id = asked.estate_id
  LEFT JOIN estate_record record ON record.district_id = $1 AND record.estate_id = asked.estate_id
),
judged AS (
  SELECT told.*, coalesce(dwellings < $11, false) AS suppressed,
    ($9::text IS NULL OR name_zh ILIKE $9 OR coalesce(name_en ILIKE $9, false))
      AND ($8::text IS NULL OR ($8 = 'some') = (surveyed_on IS NOT NULL)) AS plain,
    ($4::integer IS NULL OR built_year >= $4) AND ($5::integer IS NULL OR built_year <= $5) AS in_years,
    $6::text IS NULL OR CASE WHEN lift_state = 'unknown' AND $6 <> 'unknown' THEN NULL ELSE lift_state = $6 END AS in_lift,
    $7::text IS NULL OR ($7 = 'some') = (projects <> '[]') AS in_projects
  FROM told
),
passing AS (
  SELECT *, plain AND in_years AND in_lift AND in_projects AS passes FROM judged
),
page AS (
  SELECT *, row_number() OVER (
    ORDER BY CASE WHEN $12 = 'builtYear' THEN built_year END, CASE WHEN $12 = 'dwellings' AND NOT suppressed THEN -dwellings END,
    CASE WHEN $12 = 'liftWithout' THEN -lift_without END, name_zh COLLATE "C", estate_id COLLATE "C") AS place
  FROM passing WHERE passes
  ORDER BY place
  LIMIT $13 OFFSET $14
)
SELECT (SELECT count(*) FILTER (WHERE passes) FROM passing)::int AS total,
  (SELECT count(*) FILTER (WHERE passes IS NULL) FROM passing)::int AS undecided, (SELECT count(*) FROM passing)::int AS known,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', estate_id, 'nameZh', name_zh, 'nameEn', name_en,
      'builtYear', built_year, 'builtFrom', built_from, 'builtUntil', built_until, 'yearUnknown', coalesce(year_unknown, 0),
      'buildings', coalesce(buildings, 0), 'dwellings', CASE WHEN NOT suppressed THEN dwellings END,
      'dwellingsUnknown', coalesce(dwellings_unknown, 0), 'gfaAboveSqm', gfa_above_sqm, 'gfaUnknown', coalesce(gfa_unknown, 0),
      'liftState', lift_state, 'liftNeeded', coalesce(lift_needed, 0), 'liftWith', coalesce(lift_with, 0),
      'liftWithout', coalesce(lift_without, 0), 'liftUnknown', coalesce(lift_unknown, 0), 'projects', projects,
      'surveyedOn', surveyed_on, 'suppressed', suppressed,
      'extent', jsonb_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom))) ORDER BY place), '[]') FROM page) AS items;
