-- The money of the projects that pass the filters: those with money of a type and status, the most first, sums and types.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  asked        jsonb    filters as judge_projects takes them
--   $4  kind         text     null = all money
--   $5  status       text
--   $6  limit        integer
--   $7  offset       integer
-- Amounts are whole yuan. Where neither type nor status is asked for, projects without money are listed too, at 0.
WITH asked AS (
  SELECT project.id, name_zh, name_en, geom, total_yuan
  FROM judge_projects($1, $2, $3::jsonb) judged
  JOIN project USING (id)
  LEFT JOIN project_costs($1, $2) invested ON invested.project_id = project.id
  WHERE project.district_id = $1 AND in_categories AND in_tasks AND in_stages AND in_year AND in_renewal_district
    AND in_unit AND in_funds AND in_rest
),
money AS (
  SELECT paid.*, ($4::text IS NULL OR kind = $4) AND ($5::text IS NULL OR status = $5) AS is_asked
  FROM project_money paid
  JOIN asked ON asked.id = paid.project_id
  WHERE paid.district_id = $1 AND paid.level = ANY ($2)
),
summed AS (
  SELECT project_id,
    coalesce(sum(amount_yuan) FILTER (WHERE is_asked AND status = 'declared'), 0) AS declared_yuan,
    coalesce(sum(amount_yuan) FILTER (WHERE is_asked AND status = 'approved'), 0) AS approved_yuan,
    coalesce(sum(amount_yuan) FILTER (WHERE is_asked AND status = 'received'), 0) AS received_yuan,
    sum(amount_yuan) AS allocated_yuan,
    coalesce(sum(amount_yuan) FILTER (WHERE fiscal), 0) AS fiscal_yuan, bool_or(is_asked) AS is_asked
  FROM money GROUP BY project_id
),
listed AS (
  SELECT asked.id, name_zh, name_en, geom, coalesce(declared_yuan, 0) AS declared_yuan,
    coalesce(approved_yuan, 0) AS approved_yuan, coalesce(received_yuan, 0) AS received_yuan,
    coalesce(allocated_yuan, 0) AS allocated_yuan, coalesce(fiscal_yuan, 0) AS fiscal_yuan, total_yuan
  FROM asked LEFT JOIN summed ON summed.project_id = asked.id
  WHERE is_asked OR ($4::text IS NULL AND $5::text IS NULL)
),
ranked AS (
  SELECT *, row_number() OVER (ORDER BY declared_yuan + approved_yuan + received_yuan DESC, id) AS rank FROM listed
)
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'nameZh', name_zh, 'nameEn', name_en,
     'extent', jsonb_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)), 'declaredYuan', declared_yuan,
     'approvedYuan', approved_yuan, 'receivedYuan', received_yuan, 'allocatedYuan', allocated_yuan, 'totalYuan', total_yuan,
     'gapYuan', total_yuan - allocated_yuan,
     'leverage', (allocated_yuan - fiscal_yuan) / nullif(fiscal_yuan, 0)) ORDER BY rank), '[]')
   FROM ranked WHERE rank > $7 AND rank <= $7 + $6::bigint) AS items,
  (SELECT count(*)::int FROM listed) AS total,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'fiscal', fiscal, 'declaredYuan', declared, 'approvedYuan', approved,
     'receivedYuan', received, 'projects', projects) ORDER BY declared + approved + received DESC, kind), '[]')
   FROM (
     SELECT kind, coalesce(bool_and(fiscal), false) AS fiscal, count(DISTINCT project_id) AS projects,
       coalesce(sum(amount_yuan) FILTER (WHERE status = 'declared'), 0) AS declared,
       coalesce(sum(amount_yuan) FILTER (WHERE status = 'approved'), 0) AS approved,
       coalesce(sum(amount_yuan) FILTER (WHERE status = 'received'), 0) AS received
     FROM money GROUP BY kind
   ) kinds) AS "byKind",
  (SELECT jsonb_build_object('projects', count(DISTINCT project_id), 'allocatedYuan', coalesce(sum(amount_yuan), 0),
     'declaredYuan', coalesce(sum(amount_yuan) FILTER (WHERE status = 'declared'), 0),
     'approvedYuan', coalesce(sum(amount_yuan) FILTER (WHERE status = 'approved'), 0),
     'receivedYuan', coalesce(sum(amount_yuan) FILTER (WHERE status = 'received'), 0),
     'fiscalYuan', coalesce(sum(amount_yuan) FILTER (WHERE fiscal), 0),
     'leverage', coalesce(sum(amount_yuan) FILTER (WHERE fiscal IS NOT TRUE), 0)
       / nullif(coalesce(sum(amount_yuan) FILTER (WHERE fiscal), 0), 0),
     'leverageSecured', coalesce(sum(amount_yuan) FILTER (WHERE fiscal IS NOT TRUE AND status <> 'declared'), 0)
       / nullif(coalesce(sum(amount_yuan) FILTER (WHERE fiscal AND status <> 'declared'), 0), 0)) FROM money)
  || (SELECT jsonb_build_object('totalYuan', coalesce(sum(asked.total_yuan), 0),
        'totalKnown', count(asked.total_yuan), 'totalUnknown', count(*) FILTER (WHERE asked.total_yuan IS NULL),
        'gapYuan', sum(asked.total_yuan - coalesce(summed.allocated_yuan, 0)))
      FROM asked LEFT JOIN summed ON summed.project_id = asked.id) AS sums,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', figure.code, 'nameZh', figure.name_zh, 'nameEn', figure.name_en,
     'value', value, 'unitZh', unit_zh, 'unitEn', unit_en, 'asOf', as_of, 'jurisdiction', jurisdiction, 'noteZh', note_zh,
     'noteEn', note_en, 'sourceZh', title_zh, 'sourceEn', title_en) ORDER BY figure.ordinal), '[]')
   FROM programme_figure figure
   JOIN programme_source document ON document.id = figure.source
   JOIN district ON district.id = $1 AND (figure.adcode IS NULL OR figure.adcode = district.adcode)
   WHERE theme = 'money' AND nature = 'target' AND jurisdiction <> '外地案例') AS targets;
