-- Which of some projects something has come of since they were entered: they are taken back no more, but leave the pool.
--   $1  district_id  text
--   $2  ids          text[]
WITH touched AS (
  SELECT project_id FROM stage_step WHERE district_id = $1 AND project_id = ANY ($2) AND kind <> 'entry'
  UNION SELECT project_id FROM project_state WHERE district_id = $1 AND project_id = ANY ($2) AND coalesce(stage, plan_document) IS NOT NULL
  UNION SELECT project_id FROM project_evidence WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM project_works WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM project_target WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM project_scope WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM menu_survey WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM adviser_visit WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM finding_project WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM dispatch_return WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM matter WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM approval WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM project_money WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM funding_package_project WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM project_income WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM project_investment WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM acquisition_plot WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT project_id FROM operation_unit WHERE district_id = $1 AND project_id = ANY ($2)
  UNION SELECT linked FROM programme_item CROSS JOIN unnest(projects) AS linked WHERE district_id = $1 AND linked = ANY ($2)
)
SELECT id, name_zh AS "nameZh" FROM entered_project
WHERE district_id = $1 AND id IN (SELECT project_id FROM touched)
ORDER BY id;
