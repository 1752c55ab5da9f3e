-- Sources of money that pass all filters, a page after the other, and sums over all pages.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  id           text     null = all
--   $4  kind         text
--   $5  status       text
--   $6  pattern      text     for ILIKE on giver and basis, wildcards escaped
--   $7  limit        integer
--   $8  offset       integer
-- A filter that is null is passed by all. Amounts are whole yuan. A project that is not to be seen, or no longer in the data, is
-- left out of the list of projects and stays in the sums.
WITH found AS (
  SELECT funding.*,
    (SELECT coalesce(sum(amount_yuan), 0) FROM funding_to_project paid
     WHERE paid.district_id = $1 AND paid.funding = funding.id)
    + (SELECT coalesce(sum(amount_yuan), 0) FROM funding_to_package paid
       WHERE paid.district_id = $1 AND paid.funding = funding.id) AS allocated_yuan
  FROM funding
  WHERE district_id = $1 AND level = ANY ($2) AND ($3::text IS NULL OR id = $3) AND ($4::text IS NULL OR kind = $4)
    AND ($5::text IS NULL OR status = $5)
    AND ($6::text IS NULL OR giver_zh ILIKE $6 OR giver_en ILIKE $6 OR basis ILIKE $6)
),
judged AS (
  SELECT *, CASE WHEN status <> 'target' THEN amount_yuan - allocated_yuan END AS left_yuan FROM found
),
page AS (
  SELECT * FROM judged
  ORDER BY array_position(ARRAY['received', 'approved', 'declared', 'target'], status), amount_yuan DESC NULLS LAST, id
  LIMIT $7 OFFSET $8
),
told AS (
  SELECT jsonb_build_object('id', id, 'kind', kind, 'giverZh', giver_zh, 'giverEn', giver_en, 'amountYuan', amount_yuan,
    'status', status, 'dated', dated, 'basis', basis, 'jurisdiction', jurisdiction, 'allocatedYuan', allocated_yuan,
    'leftYuan', left_yuan,
    'projects', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', project.id, 'nameZh', project.name_zh, 'nameEn', project.name_en,
        'amountYuan', paid.amount_yuan) ORDER BY paid.amount_yuan DESC, project.id), '[]')
      FROM funding_to_project paid
      JOIN project ON project.district_id = $1 AND project.id = paid.project_id AND project.level = ANY ($2)
      WHERE paid.district_id = $1 AND paid.funding = page.id),
    'packages', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', package.id, 'nameZh', package.name_zh, 'nameEn', package.name_en,
        'amountYuan', paid.amount_yuan, 'sharedYuan', (
          SELECT coalesce(sum(amount_yuan), 0) FROM funding_share share
          WHERE share.district_id = $1 AND share.funding = page.id AND share.package = package.id))
        ORDER BY paid.amount_yuan DESC, package.id), '[]')
      FROM funding_to_package paid
      JOIN funding_package package ON package.district_id = $1 AND package.id = paid.package AND package.level = ANY ($2)
      WHERE paid.district_id = $1 AND paid.funding = page.id)) AS item,
    status, amount_yuan, id
  FROM page
)
SELECT
  (SELECT coalesce(jsonb_agg(item ORDER BY array_position(ARRAY['received', 'approved', 'declared', 'target'], status),
    amount_yuan DESC NULLS LAST, id), '[]') FROM told) AS items,
  count(*)::int AS total,
  jsonb_build_object(
    'targetYuan', coalesce(sum(amount_yuan) FILTER (WHERE status = 'target'), 0),
    'declaredYuan', coalesce(sum(amount_yuan) FILTER (WHERE status = 'declared'), 0),
    'approvedYuan', coalesce(sum(amount_yuan) FILTER (WHERE status = 'approved'), 0),
    'receivedYuan', coalesce(sum(amount_yuan) FILTER (WHERE status = 'received'), 0),
    'allocatedYuan', coalesce(sum(allocated_yuan), 0), 'leftYuan', coalesce(sum(left_yuan), 0),
    'amountUnknown', count(*) FILTER (WHERE amount_yuan IS NULL),
    'leftUnknown', count(*) FILTER (WHERE amount_yuan IS NULL AND status <> 'target')) AS sums
FROM judged;
