-- Live districts whose reach is not there for every persona: questions about them cannot be answered rightly yet.
SELECT DISTINCT dataset.district_id AS "districtId"
FROM dataset CROSS JOIN persona
WHERE dataset.status = 'live' AND dataset.kind = 'base'
  AND NOT EXISTS (
    SELECT FROM store.reach_run
    WHERE reach_run.district_id = dataset.district_id AND reach_run.dataset_id = dataset.id
      AND reach_run.persona = persona.id
  );
