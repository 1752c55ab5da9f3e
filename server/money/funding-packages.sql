-- Packages of a district with the money they got and how it is shared out.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  id           text    null = all
-- Amounts are whole yuan; given = shared + unshared. A project that is not to be seen is left out of the list and stays in the sums.
SELECT package.id, package.name_zh AS "nameZh", package.name_en AS "nameEn", package.zone,
  given.yuan AS "givenYuan", shared.yuan AS "sharedYuan", given.yuan - shared.yuan AS "unsharedYuan",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', funding.id, 'kind', funding.kind, 'giverZh', giver_zh, 'giverEn', giver_en,
     'status', funding.status, 'amountYuan', paid.amount_yuan, 'sharedYuan', (
       SELECT coalesce(sum(amount_yuan), 0) FROM funding_share share
       WHERE share.district_id = $1 AND share.package = package.id AND share.funding = funding.id))
     ORDER BY paid.amount_yuan DESC, funding.id), '[]')
   FROM funding_to_package paid
   JOIN funding ON funding.district_id = $1 AND funding.id = paid.funding AND funding.level = ANY ($2)
   WHERE paid.district_id = $1 AND paid.package = package.id) AS fundings,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', project.id, 'nameZh', project.name_zh, 'nameEn', project.name_en,
     'extent', jsonb_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)), 'sharedYuan', (
       SELECT coalesce(sum(amount_yuan), 0) FROM funding_share share
       WHERE share.district_id = $1 AND share.package = package.id AND share.project_id = project.id)) ORDER BY project.id), '[]')
   FROM funding_package_project member
   JOIN project ON project.district_id = $1 AND project.id = member.project_id AND project.level = ANY ($2)
   WHERE member.district_id = $1 AND member.package = package.id) AS projects
FROM funding_package package
CROSS JOIN LATERAL (
  SELECT coalesce(sum(amount_yuan), 0) AS yuan FROM funding_to_package paid
  WHERE paid.district_id = $1 AND paid.package = package.id
) given
CROSS JOIN LATERAL (
  SELECT coalesce(sum(amount_yuan), 0) AS yuan FROM funding_share share
  WHERE share.district_id = $1 AND share.package = package.id
) shared
WHERE package.district_id = $1 AND package.level = ANY ($2) AND ($3::text IS NULL OR package.id = $3)
ORDER BY given.yuan DESC, package.id;
