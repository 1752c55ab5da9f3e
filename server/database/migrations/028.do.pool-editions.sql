-- The pool by its editions: categories of an edition, policy tracks, bottom lines of the city, reaches of points and lines, and
-- what is overdue said once.

-- Which list of categories a category is of; null for words that have no editions.
ALTER TABLE project_term ADD COLUMN edition text;

-- Rows of geodata/standards: ways of renewal that follow a policy of their own. Open to projects of a category; tests names those
-- of project_list_rule whose limits do not apply on it, {} = all apply.
CREATE TABLE policy_track (
  code text PRIMARY KEY, ordinal integer NOT NULL, category text NOT NULL, name_zh text NOT NULL, name_en text NOT NULL,
  tests text[] NOT NULL, text_zh text NOT NULL, text_en text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);
-- null = no track declared
ALTER TABLE project_works ADD COLUMN policy_track text;

-- a bottom line of the city is watched, by an indicator that somebody enters, and decides nothing of a project
ALTER TABLE project_list_rule DROP CONSTRAINT project_list_rule_list_check;
ALTER TABLE project_list_rule ADD CONSTRAINT project_list_rule_list_check
  CHECK (list IN ('positive', 'negative', 'caution', 'monitor'));
ALTER TABLE project_list_rule DROP CONSTRAINT project_list_rule_test_check;
ALTER TABLE project_list_rule ADD CONSTRAINT project_list_rule_test_check CHECK (test IN
  ('category', 'demolition-share', 'rebuild-ratio', 'rehousing-share', 'heritage-demolished', 'city-indicator'));
ALTER TABLE project_list_rule ADD COLUMN edition text, ADD COLUMN indicator text,
  ADD CHECK ((test = 'city-indicator') = (indicator IS NOT NULL)), ADD CHECK ((edition IS NULL) = (indicator IS NULL));

-- How far a project that is a point or a line is taken to reach, in m, where the guard asks what lies there; null = it does not ask.
ALTER TABLE stage_guard ADD COLUMN reach_m double precision CHECK (reach_m > 0);

-- What is overdue of each project on a day: done after it is not done yet, a date on the day itself is not overdue. names = what,
-- the longest overdue first, days = of that one; internal = one of them is for readers of what is internal.
CREATE FUNCTION overdue_approvals(district text, levels text[], judged_on date) RETURNS TABLE (
  project_id text, names text[], days integer, internal boolean
) LANGUAGE sql STABLE AS $$
  SELECT project_id, array_agg(matter ORDER BY promised_on), max(judged_on - promised_on), bool_or(level = 'internal')
  FROM approval
  WHERE district_id = district AND level = ANY (levels) AND blocking AND promised_on < judged_on
    AND (done_on IS NULL OR done_on > judged_on)
  GROUP BY project_id
$$;
CREATE FUNCTION overdue_matters(district text, levels text[], judged_on date) RETURNS TABLE (
  project_id text, names text[], days integer, internal boolean
) LANGUAGE sql STABLE AS $$
  SELECT project_id, array_agg(problem ORDER BY deadline), max(judged_on - deadline), bool_or(level = 'internal')
  FROM matter
  WHERE district_id = district AND level = ANY (levels) AND deadline < judged_on
    AND (closed_on IS NULL OR closed_on > judged_on)
  GROUP BY project_id
$$;

-- As it was, but for a text without letters that have a case, as Chinese is: to fold the case of thousands of texts takes longer than
-- all other filters.
CREATE OR REPLACE FUNCTION judge_projects(district text, levels text[], asked jsonb) RETURNS TABLE (
  id text, in_categories boolean, in_tasks boolean, in_stages boolean, in_year boolean, in_renewal_district boolean,
  in_unit boolean, in_funds boolean, in_rest boolean, distance_m double precision
) LANGUAGE plpgsql STABLE ROWS 2000 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH wanted AS MATERIALIZED (
    SELECT given.*, lower(pattern) = upper(pattern) AS is_caseless,
      CASE WHEN tasks IS NOT NULL THEN ARRAY(
        SELECT DISTINCT category FROM project_task task, unnest(task.categories) category WHERE task.code = ANY (tasks)
      ) END AS task_categories,
      ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography AS near,
      CASE WHEN box IS NOT NULL THEN ST_MakeEnvelope(box[1], box[2], box[3], box[4], 4326) END AS frame,
      CASE WHEN area IS NOT NULL THEN ST_SetSRID(ST_GeomFromGeoJSON(area), 4326) END AS ground
    FROM jsonb_to_record(asked) AS given (
      pattern text, categories text[], tasks text[], stages text[], funds text[], year integer, zone text, unit text,
      "minYuan" double precision, "maxYuan" double precision, lon double precision, lat double precision,
      metres double precision, box double precision[], area text, disposition text)
  ),
  -- the projects with a building that is to be treated so: from the few buildings to their projects, asked for only then
  treated AS (
    SELECT DISTINCT around.id AS project
    FROM wanted
    CROSS JOIN LATERAL (
      SELECT building.id, building.stands_at
      FROM store.building
      JOIN dataset ON dataset.id = building.dataset_id AND dataset.status = 'live'
      LEFT JOIN safety_file archive ON 'internal' = ANY (levels) AND archive.district_id = district
        AND archive.building_id = building.id
      WHERE wanted.disposition IS NOT NULL AND building.district_id = district AND building.level = ANY (levels)
        AND building.in_sums AND coalesce(archive.disposition, building.disposition, 'unknown') = wanted.disposition
    ) house
    JOIN LATERAL (
      SELECT own.id FROM project own
      WHERE own.geom && house.stands_at AND own.district_id = district AND ST_Contains(own.geom, house.stands_at) OFFSET 0
    ) around ON true
  ),
  -- what the ledger and the returns say of all projects at once, read only where it is asked for
  ledger AS MATERIALIZED (
    SELECT project_id, bool_or(kind = ANY ((SELECT funds FROM wanted)::text[])) AS fits FROM project_money
    WHERE (SELECT funds IS NOT NULL FROM wanted) AND district_id = district AND level = ANY (levels)
    GROUP BY project_id
  ),
  priced AS MATERIALIZED (
    SELECT project_id, total_yuan BETWEEN coalesce((SELECT "minYuan" FROM wanted), 0)
      AND coalesce((SELECT "maxYuan" FROM wanted), 'infinity') AS fits
    FROM (
      SELECT project_id, total_yuan::double precision FROM project_investment
      WHERE district_id = district AND total_yuan IS NOT NULL
      UNION ALL
      (SELECT DISTINCT ON (project_id) project_id, total_wan_yuan * 10000 FROM dispatch_return
       WHERE district_id = district AND level = ANY (levels) AND total_wan_yuan IS NOT NULL
         AND project_id NOT IN (
           SELECT project_id FROM project_investment WHERE district_id = district AND total_yuan IS NOT NULL)
       ORDER BY project_id DESC, month DESC)
    ) total
    WHERE (SELECT "minYuan" IS NOT NULL OR "maxYuan" IS NOT NULL FROM wanted)
  )
  SELECT project.id,
    wanted.categories IS NULL
      OR CASE WHEN project.categories = '{}' THEN ARRAY['unknown'] ELSE project.categories END && wanted.categories,
    task_categories IS NULL OR project.categories && task_categories,
    wanted.stages IS NULL OR coalesce(project.stage, 'unknown') = ANY (wanted.stages),
    wanted.year IS NULL
      OR coalesce(wanted.year BETWEEN coalesce(year_start, year_end) AND coalesce(year_end, year_start), false),
    wanted.zone IS NULL OR coalesce(project.renewal_district = wanted.zone, false),
    wanted.unit IS NULL OR wanted.unit = coalesce(
      (SELECT returned.unit FROM dispatch_return returned
       WHERE returned.district_id = district AND returned.project_id = project.id AND returned.level = ANY (levels)
         AND returned.unit IS NOT NULL
       ORDER BY returned.month DESC LIMIT 1), 'unknown'),
    wanted.funds IS NULL OR CASE
      WHEN project.id IN (SELECT ledger.project_id FROM ledger)
        THEN project.id IN (SELECT ledger.project_id FROM ledger WHERE ledger.fits)
      ELSE wanted.funds && ARRAY(
        SELECT coalesce(paid ->> 'source', 'unknown')
        FROM jsonb_array_elements(coalesce(nullif(project.amounts, '[]'), '[{}]')) paid) END,
    -- each on its line, so that no text is found across two of them
    (pattern IS NULL OR CASE
      WHEN is_caseless THEN concat_ws(chr(10), name_zh, name_en, code, summary_zh, summary_en) LIKE pattern
      ELSE concat_ws(chr(10), name_zh, name_en, code, summary_zh, summary_en) ILIKE pattern END)
      AND (frame IS NULL OR ST_Intersects(geom, frame))
      AND (metres IS NULL OR away.distance_m <= metres)
      AND (ground IS NULL OR ST_Intersects(geom, ground))
      AND (("minYuan" IS NULL AND "maxYuan" IS NULL) OR CASE
        WHEN project.id IN (SELECT priced.project_id FROM priced)
          THEN project.id IN (SELECT priced.project_id FROM priced WHERE priced.fits)
        ELSE coalesce((
          SELECT CASE WHEN count(*) = count(paid ->> 'amountYuan') THEN sum((paid ->> 'amountYuan')::double precision) END
          FROM jsonb_array_elements(project.amounts) paid
        ) BETWEEN coalesce("minYuan", 0) AND coalesce("maxYuan", 'infinity'), false) END)
      AND (wanted.disposition IS NULL OR project.id IN (SELECT treated.project FROM treated)),
    away.distance_m
  FROM wanted
  JOIN project ON project.district_id = district AND level = ANY (levels)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN metres IS NOT NULL THEN ST_Distance(geom::geography, wanted.near) END AS distance_m
  ) away;
END $$;

-- A page of the projects that pass all filters, the nearest first where a place is given, else by id, with how many there are in all.
-- In plpgsql, for its plan is kept; without a filter nothing is judged.
CREATE FUNCTION page_of_projects(district text, levels text[], asked jsonb, at_most integer, skip integer) RETURNS TABLE (
  id text, distance_m double precision, total integer
) LANGUAGE plpgsql STABLE ROWS 100 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  IF asked = '{}' THEN
    RETURN QUERY
    SELECT project.id, NULL::double precision, (count(*) OVER ())::integer
    FROM project WHERE district_id = district AND level = ANY (levels)
    ORDER BY project.id COLLATE "C" LIMIT at_most OFFSET skip;
  ELSE
    RETURN QUERY
    SELECT judged.id, judged.distance_m, (count(*) OVER ())::integer
    FROM judge_projects(district, levels, asked) judged
    WHERE in_categories AND in_tasks AND in_stages AND in_year AND in_renewal_district AND in_unit AND in_funds AND in_rest
    ORDER BY judged.distance_m, judged.id COLLATE "C" LIMIT at_most OFFSET skip;
  END IF;
END $$;
