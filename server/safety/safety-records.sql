-- The buildings of the housing safety archive, by the day they are due, a page after the other. Internal.
--   $1   district_id  text
--   $2   levels       text[]   who asks may see
--   $3   id           text     of a building; null = all
--   $4   due          text     a state of the contract; null = any, as the five after it
--   $5   grade        text     A to D, none
--   $6   hazards      text     open
--   $7   disposition  text     of the contract, none
--   $8   pattern      text     for ILIKE on names and id, wildcards escaped
--   $9   due_soon     double precision  days
--   $10  limit        integer
--   $11  offset       integer
-- Parts and duplicates are no buildings of their own. A building is due so many years after it was last inspected as the
-- interval of its age then says: the year of the inspection less the year it was built. Days are of Beijing time; a building
-- is overdue from the day after. extent is west, south, east, north in degrees, EPSG:4326.
WITH live AS (
  SELECT id FROM dataset WHERE district_id = $1 AND status = 'live'
),
clock AS (
  SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today
),
last AS (
  SELECT building_id, max(inspected_on) AS inspected_on,
    (array_agg(grade ORDER BY inspected_on DESC, id DESC) FILTER (WHERE grade IS NOT NULL))[1] AS grade
  FROM safety_inspection WHERE district_id = $1 AND ($3::text IS NULL OR building_id = $3)
  GROUP BY building_id
),
open_hazard AS (
  SELECT building_id, count(*)::int AS hazards FROM safety_hazard
  WHERE district_id = $1 AND closed_on IS NULL GROUP BY building_id
),
told AS (
  SELECT building.id, building.name_zh, building.name_en, estate.name_zh AS estate_zh, estate.name_en AS estate_en,
    building.year_built, building.structure, building.floors_above, building.gfa_above_sqm,
    coalesce(last.grade, building.safety_grade) AS grade,
    CASE WHEN last.grade IS NOT NULL THEN 'inspection' WHEN building.safety_grade IS NOT NULL THEN 'data' END AS grade_by,
    last.inspected_on, every.years, (last.inspected_on + make_interval(years => every.years))::date AS due_on,
    coalesce(open_hazard.hazards, 0) AS open_hazards, file.insured_until, file.disposition
  FROM store.building
  LEFT JOIN last ON last.building_id = building.id
  LEFT JOIN inspection_interval every ON extract(year FROM last.inspected_on) - building.year_built >= every.min_age
    AND (every.max_age IS NULL OR extract(year FROM last.inspected_on) - building.year_built < every.max_age)
  LEFT JOIN open_hazard ON open_hazard.building_id = building.id
  LEFT JOIN safety_file file ON file.district_id = $1 AND file.building_id = building.id
  LEFT JOIN store.zone estate ON estate.district_id = $1 AND estate.dataset_id = building.dataset_id AND estate.id = building.estate AND estate.level = ANY ($2::text[])
  WHERE building.district_id = $1 AND building.dataset_id = ANY (ARRAY(SELECT id FROM live)) AND building.level = ANY ($2::text[]) AND in_sums AND ($3::text IS NULL OR building.id = $3)
),
judged AS (
  SELECT told.*, CASE WHEN inspected_on IS NULL THEN 'never' WHEN due_on IS NULL THEN 'unknown'
    WHEN due_on < today THEN 'overdue' WHEN due_on < today + $9::integer THEN 'soon' ELSE 'later' END AS due_state
  FROM told CROSS JOIN clock
  WHERE ($5::text IS NULL OR coalesce(grade, 'none') = $5) AND ($6::text IS NULL OR open_hazards > 0)
    AND ($7::text IS NULL OR coalesce(disposition, 'none') = $7)
    AND ($8::text IS NULL OR id ILIKE $8 OR coalesce(name_zh ILIKE $8, false) OR coalesce(name_en ILIKE $8, false)
      OR coalesce(estate_zh ILIKE $8, false) OR coalesce(estate_en ILIKE $8, false))
),
page AS (
  SELECT *, row_number() OVER (ORDER BY due_on NULLS LAST, grade DESC NULLS LAST, id COLLATE "C") AS place
  FROM judged WHERE $4::text IS NULL OR due_state = $4
  ORDER BY due_on NULLS LAST, grade DESC NULLS LAST, id COLLATE "C" LIMIT $10 OFFSET $11
), placed AS (
  SELECT page.*, geom FROM page JOIN building ON building.district_id = $1 AND building.id = page.id
)
SELECT (SELECT count(*) FROM judged WHERE $4::text IS NULL OR due_state = $4)::int AS total,
  (SELECT coalesce(jsonb_object_agg(due_state, buildings), '{}')
   FROM (SELECT due_state, count(*) AS buildings FROM judged GROUP BY due_state) counted) AS states,
  (SELECT today FROM clock) AS today,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'nameZh', name_zh, 'nameEn', name_en, 'estateZh', estate_zh,
      'estateEn', estate_en, 'yearBuilt', year_built, 'structure', structure, 'floorsAbove', floors_above,
      'gfaAboveSqm', gfa_above_sqm, 'grade', grade, 'gradeBy', grade_by, 'inspectedOn', inspected_on, 'intervalYears', years,
      'dueOn', due_on, 'dueState', due_state, 'openHazards', open_hazards, 'insuredUntil', insured_until,
      'disposition', disposition,
      'extent', jsonb_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom))) ORDER BY place), '[]')
   FROM placed) AS items;
