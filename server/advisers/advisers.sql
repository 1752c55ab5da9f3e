-- Advisers of a district that pass all filters, by profession and name, with their visits and the reviews they signed.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  id           text    null = all, as the three after it
--   $4  zone         text    id of a zone served
--   $5  profession   text
--   $6  project      text    visited for it, or signed its review
-- Zones and projects that who asks may not see are left out.
SELECT adviser.id, name, profession, organisation, since::text AS since, until::text AS until, adviser.source, adviser.level,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', zone.id, 'nameZh', zone.name_zh, 'nameEn', zone.name_en) ORDER BY zone.id), '[]')
   FROM zone WHERE zone.district_id = $1 AND zone.id = ANY (adviser.zones) AND zone.level = ANY ($2)) AS zones,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', visit.id, 'visitedOn', visited_on, 'subject', subject, 'advice', advice,
      'zone', jsonb_build_object('id', zone.id, 'nameZh', zone.name_zh, 'nameEn', zone.name_en),
      'project', CASE WHEN project.id IS NOT NULL THEN
        jsonb_build_object('id', project.id, 'nameZh', project.name_zh, 'nameEn', project.name_en) END)
      ORDER BY visited_on DESC, visit.id), '[]')
   FROM adviser_visit visit
   JOIN zone ON zone.district_id = $1 AND zone.id = visit.zone AND zone.level = ANY ($2)
   LEFT JOIN project ON project.district_id = $1 AND project.id = visit.project_id
   WHERE visit.district_id = $1 AND visit.adviser = adviser.id
     AND (visit.project_id IS NULL OR project.level = ANY ($2))) AS visits,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', project.id, 'nameZh', project.name_zh, 'nameEn', project.name_en,
      'heldOn', held_on, 'passed', passed) ORDER BY held_on DESC, project.id), '[]')
   FROM project_evidence evidence
   JOIN project ON project.district_id = $1 AND project.id = evidence.project_id AND project.level = ANY ($2)
   WHERE evidence.district_id = $1 AND evidence.adviser = adviser.id) AS signed
FROM adviser
WHERE adviser.district_id = $1 AND adviser.level = ANY ($2) AND ($3::text IS NULL OR adviser.id = $3)
  AND ($4::text IS NULL OR $4 = ANY (adviser.zones)) AND ($5::text IS NULL OR profession = $5)
  AND ($6::text IS NULL
    OR EXISTS (SELECT FROM adviser_visit visit WHERE visit.district_id = $1 AND visit.adviser = adviser.id AND project_id = $6)
    OR EXISTS (SELECT FROM project_evidence evidence
      WHERE evidence.district_id = $1 AND evidence.adviser = adviser.id AND project_id = $6))
ORDER BY profession, name, adviser.id;
