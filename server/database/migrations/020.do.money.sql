-- The money of the programme: who gives how much, to which projects and packages, and what projects earn.
-- Amounts are whole yuan; null = unknown, never zero. No yuan is counted twice: what a source gives is at most what it has, and
-- what a package shares out of a source is at most what it got from it. Writers hold the row of the source while they check.
-- A source, a package and the projects they pay are of one level, so that what a reader may see adds up by itself.

-- Rows of geodata/standards: which types of project_term funding-source are public money, and the lines of a yearly balance.
CREATE TABLE funding_type (
  code text PRIMARY KEY, fiscal boolean NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);
CREATE TABLE income_kind (
  code text PRIMARY KEY, ordinal integer NOT NULL, name_zh text NOT NULL, name_en text NOT NULL, cost boolean NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);

CREATE TABLE funding (
  district_id text NOT NULL, id text NOT NULL, kind text NOT NULL, giver_zh text NOT NULL, giver_en text,
  amount_yuan bigint CHECK (amount_yuan > 0),
  -- a target is no money at hand: it pays nothing and counts in no sum of money
  status text NOT NULL CHECK (status IN ('target', 'declared', 'approved', 'received')),
  dated date NOT NULL, basis text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')),
  level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, id)
);

-- 资金打捆: the projects of a renewal district that are paid together.
CREATE TABLE funding_package (
  district_id text NOT NULL, id text NOT NULL, name_zh text NOT NULL, name_en text, zone text NOT NULL,
  level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, id)
);
CREATE TABLE funding_package_project (
  district_id text NOT NULL, package text NOT NULL, project_id text NOT NULL,
  PRIMARY KEY (district_id, package, project_id),
  FOREIGN KEY (district_id, package) REFERENCES funding_package (district_id, id)
);

CREATE TABLE funding_to_project (
  district_id text NOT NULL, funding text NOT NULL, project_id text NOT NULL, amount_yuan bigint NOT NULL CHECK (amount_yuan > 0),
  PRIMARY KEY (district_id, funding, project_id),
  FOREIGN KEY (district_id, funding) REFERENCES funding (district_id, id)
);
CREATE INDEX funding_to_project_of ON funding_to_project (district_id, project_id);
CREATE TABLE funding_to_package (
  district_id text NOT NULL, funding text NOT NULL, package text NOT NULL, amount_yuan bigint NOT NULL CHECK (amount_yuan > 0),
  PRIMARY KEY (district_id, funding, package),
  FOREIGN KEY (district_id, funding) REFERENCES funding (district_id, id),
  FOREIGN KEY (district_id, package) REFERENCES funding_package (district_id, id)
);
CREATE TABLE funding_share (
  district_id text NOT NULL, funding text NOT NULL, package text NOT NULL, project_id text NOT NULL,
  amount_yuan bigint NOT NULL CHECK (amount_yuan > 0),
  PRIMARY KEY (district_id, funding, package, project_id),
  FOREIGN KEY (district_id, funding, package) REFERENCES funding_to_package (district_id, funding, package),
  FOREIGN KEY (district_id, package, project_id) REFERENCES funding_package_project (district_id, package, project_id)
);
CREATE INDEX funding_share_of ON funding_share (district_id, project_id);

-- What a project costs and what of it has to come back; null = unknown.
CREATE TABLE project_investment (
  district_id text NOT NULL, project_id text NOT NULL,
  total_yuan bigint CHECK (total_yuan >= 0), own_yuan bigint CHECK (own_yuan >= 0), dated date NOT NULL, basis text NOT NULL,
  PRIMARY KEY (district_id, project_id), CHECK (own_yuan <= total_yuan)
);
CREATE TABLE project_income (
  district_id text NOT NULL, project_id text NOT NULL, year smallint NOT NULL, kind text NOT NULL,
  amount_yuan bigint CHECK (amount_yuan >= 0), basis text NOT NULL,
  PRIMARY KEY (district_id, project_id, year, kind)
);

-- Every yuan that has come as far as a project, once: straight from its source, or as the share of a package.
CREATE VIEW project_money AS
SELECT paid.district_id, paid.project_id, paid.funding, paid.package, paid.amount_yuan, funding.kind, funding.status, funding.level,
  funding_type.fiscal
FROM (
  SELECT district_id, project_id, funding, NULL::text AS package, amount_yuan FROM funding_to_project
  UNION ALL
  SELECT district_id, project_id, funding, package, amount_yuan FROM funding_share
) paid
JOIN funding ON funding.district_id = paid.district_id AND funding.id = paid.funding
LEFT JOIN funding_type ON funding_type.code = funding.kind;

-- Who pays a project: as the ledger has it; where it has nothing of the project, as the project itself told.
CREATE FUNCTION project_amounts(district text, project text, levels text[], told jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('source', kind, 'amountYuan', yuan) ORDER BY kind), told)
  FROM (
    SELECT kind, sum(amount_yuan) AS yuan FROM project_money
    WHERE district_id = district AND project_id = project AND level = ANY (levels)
    GROUP BY kind
  ) ledger
$$;

-- What each project costs: as taken down here, else as its unit last returned it for the dispatch of a month; null = unknown.
CREATE VIEW project_cost AS
SELECT district_id, project_id, coalesce(taken.total_yuan, returned.total_yuan) AS total_yuan, taken.own_yuan,
  CASE WHEN taken.total_yuan IS NOT NULL THEN 'ledger' WHEN returned.total_yuan IS NOT NULL THEN 'dispatch' END AS total_from,
  coalesce(taken.dated, returned.month) AS dated, taken.basis, returned.month
FROM project_investment taken
FULL JOIN (
  SELECT DISTINCT ON (district_id, project_id) district_id, project_id, month,
    round(total_wan_yuan * 10000)::bigint AS total_yuan
  FROM dispatch_return
  WHERE total_wan_yuan IS NOT NULL
  ORDER BY district_id, project_id, month DESC
) returned USING (district_id, project_id);
