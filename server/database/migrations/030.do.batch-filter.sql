-- The projects of the batches of a year are a filter of the pool like any other, so that a figure of 四个一批 leads to its list.

-- Each project with each batch of a year of the local time of China: whether it is of it, and whether that is not known. A dated
-- batch holds those that entered one of its stages in the year, by their last step into it; undated are those that stand in or past
-- such a stage without a step into it on record.
CREATE FUNCTION projects_of_batches(district text, levels text[], of_year integer) RETURNS TABLE (
  batch text, project_id text, is_in boolean, is_undated boolean
) LANGUAGE sql STABLE AS $$
  WITH line AS (
    SELECT to_stage AS stage, ordinal FROM stage_move WHERE kind = 'forward'
  ),
  standing AS (
    SELECT project.id, project.stage, coalesce(state.paused_from, project.stage) AS reached
    FROM project
    LEFT JOIN project_state state ON state.district_id = district AND state.project_id = project.id
    WHERE project.district_id = district AND project.level = ANY (levels)
  )
  SELECT batch.batch, standing.id,
    CASE WHEN batch.dated THEN coalesce(extract(year FROM entered.at AT TIME ZONE 'Asia/Shanghai') = of_year, false)
      ELSE coalesce(standing.stage = ANY (batch.stages), false) END,
    coalesce(batch.dated AND entered.at IS NULL AND reached.ordinal >= first.ordinal, false)
  FROM project_batch batch
  CROSS JOIN standing
  LEFT JOIN line reached ON reached.stage = standing.reached
  CROSS JOIN LATERAL (SELECT min(ordinal) AS ordinal FROM line WHERE stage = ANY (batch.stages)) first
  LEFT JOIN LATERAL (
    SELECT max(written.at) AS at
    FROM stage_step step JOIN data_version written ON written.id = step.version
    WHERE step.district_id = district AND step.project_id = standing.id AND step.kind = 'forward'
      AND step.to_stage = ANY (batch.stages)
  ) entered ON batch.dated
$$;

-- As it was, with the batch.
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
      metres double precision, box double precision[], area text, disposition text, batch text)
  ),
  -- those of a batch of a year, as reserve:2026 names them, asked for only then
  batched AS (
    SELECT own.project_id FROM wanted
    CROSS JOIN LATERAL projects_of_batches(district, levels, split_part(wanted.batch, ':', 2)::integer) own
    WHERE wanted.batch IS NOT NULL AND own.batch = split_part(wanted.batch, ':', 1) AND own.is_in
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
      AND (wanted.disposition IS NULL OR project.id IN (SELECT treated.project FROM treated))
      AND (wanted.batch IS NULL OR project.id IN (SELECT batched.project_id FROM batched)),
    away.distance_m
  FROM wanted
  JOIN project ON project.district_id = district AND level = ANY (levels)
  CROSS JOIN LATERAL (
    SELECT CASE WHEN metres IS NOT NULL THEN ST_Distance(geom::geography, wanted.near) END AS distance_m
  ) away;
END $$;
