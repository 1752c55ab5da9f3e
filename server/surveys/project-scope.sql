-- The menu surveys of a project, the latest first, and its scope.
--   $1  district_id  text
--   $2  project      text
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', survey.id, 'title', title, 'body', body, 'openedOn', opened_on,
      'closedOn', closed_on, 'askedHouseholds', asked_households, 'answeredHouseholds', answered_households,
      'options', (SELECT jsonb_agg(jsonb_build_object('ordinal', ordinal, 'item', item, 'kind', kind, 'votes', votes)
         ORDER BY votes DESC, ordinal)
        FROM menu_option WHERE menu_option.district_id = $1 AND menu_option.survey = survey.id))
      ORDER BY closed_on DESC, survey.id), '[]')
   FROM menu_survey survey WHERE survey.district_id = $1 AND survey.project_id = $2) AS surveys,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('item', item, 'kind', kind, 'quantity', quantity, 'unit', unit, 'survey', survey,
      'option', option, 'reason', reason) ORDER BY ordinal), '[]')
   FROM project_scope WHERE district_id = $1 AND project_id = $2) AS scope;
