-- Words of the project pool (kind stage, category, funding-source), rows of geodata/standards/project-term.csv: code is
-- what store.project holds, ordinal the order in which a reader meets them.
CREATE TABLE project_term (
  kind text NOT NULL CHECK (kind IN ('stage', 'category', 'funding-source')), code text NOT NULL, ordinal integer NOT NULL,
  name_zh text NOT NULL, name_en text NOT NULL,
  status text NOT NULL CHECK (status IN ('verified', 'unverified')), source text NOT NULL,
  PRIMARY KEY (kind, code), UNIQUE (kind, ordinal) DEFERRABLE INITIALLY DEFERRED
);

-- Every visible project of a district beside each filter it passes, so that a list takes all filters together and the
-- count of a filter's values can leave that one out. A filter that is null is passed by all.
--   pattern    for ILIKE on names, code and summaries, wildcards of the user's text escaped
--   categories, stages   any of these codes; 'unknown' = none is given
--   year       under way in it: from year_start to year_end, both inclusive; a missing end is the other one
--   lon, lat, metres     at most so far, inclusive, from the nearest point of the project; geodesic
--   box        west, south, east, north in degrees; touching is inside
-- distance_m is to that place, null without one.
CREATE FUNCTION judge_projects(
  district text, levels text[], pattern text, categories_asked text[], stages_asked text[], year integer,
  renewal_district_asked text, lon double precision, lat double precision, metres double precision, box double precision[]
) RETURNS TABLE (
  id text, in_categories boolean, in_stages boolean, in_year boolean, in_renewal_district boolean, in_rest boolean,
  distance_m double precision
) LANGUAGE sql STABLE AS $$
  SELECT project.id,
    categories_asked IS NULL
      OR CASE WHEN categories = '{}' THEN ARRAY['unknown'] ELSE categories END && categories_asked,
    stages_asked IS NULL OR coalesce(stage, 'unknown') = ANY (stages_asked),
    year IS NULL
      OR coalesce(year BETWEEN coalesce(year_start, year_end) AND coalesce(year_end, year_start), false),
    renewal_district_asked IS NULL OR coalesce(project.renewal_district = renewal_district_asked, false),
    (pattern IS NULL OR coalesce(name_zh ILIKE pattern, false) OR coalesce(name_en ILIKE pattern, false)
      OR coalesce(code ILIKE pattern, false) OR coalesce(summary_zh ILIKE pattern, false)
      OR coalesce(summary_en ILIKE pattern, false))
      AND (metres IS NULL OR away.distance_m <= metres)
      AND (box IS NULL OR ST_Intersects(geom, ST_MakeEnvelope(box[1], box[2], box[3], box[4], 4326))),
    away.distance_m
  FROM project
  CROSS JOIN LATERAL (
    SELECT ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography) AS distance_m
  ) away
  WHERE project.district_id = district AND level = ANY (levels);
$$;
