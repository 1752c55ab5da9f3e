-- Adds what was proposed for the findings of the sample district, and which projects take them up.
--   $1  district_id  text
--   $2  given        jsonb   {proposals, links}: arrays of objects with columns of finding_proposal and finding_project
WITH proposals AS (
  INSERT INTO finding_proposal (district_id, id, finding, body, measure, responsible, proposed_on)
  SELECT $1, id, finding, body, measure, responsible, proposed_on
  FROM jsonb_populate_recordset(NULL::finding_proposal, $2::jsonb -> 'proposals')
)
INSERT INTO finding_project (district_id, finding, project_id, linked_on)
SELECT $1, finding, project_id, linked_on
FROM jsonb_populate_recordset(NULL::finding_project, $2::jsonb -> 'links');
