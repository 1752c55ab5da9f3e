-- The money of one project; no row where there is no such project to be seen.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  project      text
-- Amounts are whole yuan.
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('funding', funding.id, 'kind', money.kind, 'giverZh', giver_zh, 'giverEn', giver_en,
     'status', money.status, 'dated', funding.dated, 'basis', funding.basis, 'fiscal', coalesce(money.fiscal, false),
     'package', package.id, 'packageZh', package.name_zh, 'packageEn', package.name_en, 'amountYuan', money.amount_yuan)
     ORDER BY money.amount_yuan DESC, funding.id, package.id), '[]')
   FROM project_money money
   JOIN funding ON funding.district_id = $1 AND funding.id = money.funding
   LEFT JOIN funding_package package ON package.district_id = $1 AND package.id = money.package
   WHERE money.district_id = $1 AND money.project_id = $3 AND money.level = ANY ($2)) AS payments,
  (SELECT jsonb_build_object('totalYuan', total_yuan, 'ownYuan', own_yuan, 'totalFrom', total_from, 'dated', dated,
     'basis', basis)
   FROM project_costs($1, $2) WHERE project_id = $3) AS investment,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', package.id, 'nameZh', package.name_zh, 'nameEn', package.name_en,
     'givenYuan', given.yuan, 'unsharedYuan', given.yuan - shared.yuan) ORDER BY package.id), '[]')
   FROM funding_package_project member
   JOIN funding_package package ON package.district_id = $1 AND package.id = member.package AND package.level = ANY ($2)
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(amount_yuan), 0) AS yuan FROM funding_to_package paid
     WHERE paid.district_id = $1 AND paid.package = package.id) given
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(amount_yuan), 0) AS yuan FROM funding_share share
     WHERE share.district_id = $1 AND share.package = package.id) shared
   WHERE member.district_id = $1 AND member.project_id = $3) AS packages,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'kind', kind, 'amountYuan', amount_yuan, 'basis', basis)
     ORDER BY year, ordinal), '[]')
   FROM project_income LEFT JOIN income_kind ON code = kind
   WHERE district_id = $1 AND project_id = $3) AS income,
  (SELECT jsonb_agg(jsonb_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en, 'cost', cost) ORDER BY ordinal)
   FROM income_kind) AS "incomeKinds"
FROM project
WHERE district_id = $1 AND id = $3 AND level = ANY ($2);
