-- The pool stays quick with thousands of projects: money is read for all of them at once, and only where it is asked for.

-- Every visible project of a district beside each filter it passes, so that a list takes all filters together and the
-- count of a filter's values can leave that one out. asked holds the filters; one that is not there is passed by all.
--   pattern       for ILIKE on names, code and summaries, wildcards of the user's text escaped
--   categories, stages, funds   any of these codes; 'unknown' = none is given. funds: who pays, by the ledger, else as told
--   tasks         any of these core tasks, by their categories
--   year          under way in it: from year_start to year_end, both inclusive; a missing end is the other one
--   zone          id of its renewal district
--   unit          responsible unit of its last return that names one; 'unknown' = none does
--   minYuan, maxYuan            of project_total_yuan, inclusive; one whose total is unknown passes neither
--   lon, lat, metres            at most so far, inclusive, from the nearest point of the project; geodesic
--   box           west, south, east, north in degrees; touching is inside
--   area          GeoJSON geometry, EPSG:4326; touching is inside
--   disposition   one of its buildings, by the point each stands at, is to be treated so; 'unknown' = is not decided. What the
--                 safety archive says of a building goes before the map, for readers of what is internal
-- distance_m is to that place, null without one. In plpgsql, for its plan is long and is kept so; who joins it to other tables
-- needs an honest guess of how many rows there are.
CREATE OR REPLACE FUNCTION judge_projects(district text, levels text[], asked jsonb) RETURNS TABLE (
  id text, in_categories boolean, in_tasks boolean, in_stages boolean, in_year boolean, in_renewal_district boolean,
  in_unit boolean, in_funds boolean, in_rest boolean, distance_m double precision
) LANGUAGE plpgsql STABLE ROWS 2000 SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH wanted AS MATERIALIZED (
    SELECT given.*,
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
    (pattern IS NULL OR concat_ws(chr(10), name_zh, name_en, code, summary_zh, summary_en) ILIKE pattern)
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
DROP FUNCTION project_total_yuan(text, text, text[], jsonb);

-- The subdistrict the point on surface of each project lies in, the first by id; none where it lies in none. only_these: null = of
-- all projects. In plpgsql, for who joins it needs an honest guess of how many rows there are. Zone by zone, for PostGIS keeps
-- what it has made of an outline as long as it is asked about the same one.
CREATE FUNCTION project_subdistricts(district text, levels text[], only_these text[]) RETURNS TABLE (
  project_id text, id text, name_zh text, name_en text
) LANGUAGE plpgsql STABLE ROWS 2000 AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH placed AS MATERIALIZED (
    SELECT project.id, ST_PointOnSurface(geom) AS place FROM project
    WHERE district_id = district AND level = ANY (levels) AND (only_these IS NULL OR project.id = ANY (only_these))
  ),
  subdistrict AS MATERIALIZED (
    SELECT zone.id, zone.name_zh, zone.name_en, geom, ST_Envelope(geom) AS box FROM zone
    WHERE district_id = district AND kind = 'subdistrict' AND level = ANY (levels)
  )
  SELECT DISTINCT ON (placed.id) placed.id, subdistrict.id, subdistrict.name_zh, subdistrict.name_en
  FROM subdistrict
  JOIN placed ON subdistrict.box && placed.place AND ST_Covers(subdistrict.geom, placed.place)
  ORDER BY placed.id, subdistrict.id;
END $$;
