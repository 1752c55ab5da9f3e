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
