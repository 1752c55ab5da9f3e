-- The years of a project: what came in and what running it cost; null where an amount of the year is not known.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  project      text
-- Amounts are whole yuan.
WITH line AS (
  SELECT year, kind, amount_yuan, basis, coalesce(of.cost, false) AS cost, of.ordinal
  FROM project_income income
  JOIN project ON project.district_id = $1 AND project.id = income.project_id AND project.level = ANY ($2)
  LEFT JOIN income_kind of ON of.code = income.kind
  WHERE income.district_id = $1 AND income.project_id = $3
),
summed AS (
  SELECT year,
    CASE WHEN bool_and(amount_yuan IS NOT NULL) FILTER (WHERE NOT cost) THEN sum(amount_yuan) FILTER (WHERE NOT cost) END AS income,
    CASE WHEN bool_and(amount_yuan IS NOT NULL) FILTER (WHERE cost) THEN sum(amount_yuan) FILTER (WHERE cost) END AS spent
  FROM line GROUP BY year
)
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'incomeYuan', income, 'costYuan', spent, 'netYuan', income - spent)
     ORDER BY year), '[]') FROM summed) AS years,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('year', year, 'kind', kind, 'amountYuan', amount_yuan, 'basis', basis)
     ORDER BY year, ordinal), '[]') FROM line) AS lines,
  (SELECT jsonb_agg(jsonb_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en, 'cost', cost) ORDER BY ordinal)
   FROM income_kind) AS "incomeKinds";
