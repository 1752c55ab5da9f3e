-- Adds a menu survey with its options.
--   $1  district_id  text
--   $2  id           text
--   $3  project      text
--   $4  survey       jsonb  SurveyBody
WITH given AS (
  SELECT * FROM jsonb_to_record($4::jsonb) AS survey (title text, body text, "openedOn" date, "closedOn" date,
    "askedHouseholds" integer, "answeredHouseholds" integer, options jsonb)
), saved AS (
  INSERT INTO menu_survey (district_id, id, project_id, title, body, opened_on, closed_on, asked_households, answered_households)
  SELECT $1, $2, $3, title, body, "openedOn", "closedOn", "askedHouseholds", "answeredHouseholds" FROM given
)
INSERT INTO menu_option (district_id, survey, ordinal, item, kind, votes)
SELECT $1, $2, (at - 1)::int, option ->> 'item', option ->> 'kind', (option ->> 'votes')::int
FROM given CROSS JOIN jsonb_array_elements(options) WITH ORDINALITY AS each (option, at);
