-- Estates and the safety of buildings: what is taken down of each, with its rules as rows of geodata/standards.
-- Every write is a data_version with its rows of change, in one transaction. Rows are of (district_id, …) and not of a dataset,
-- so that an import brought in anew takes nothing of them away. Null = not known, never "no".

-- What is known of an estate beyond the data: the survey of those of 2001–2010, works done, consent to lifts.
CREATE TABLE estate_record (
  district_id text NOT NULL, estate_id text NOT NULL,
  surveyed_on date, surveyed_by text, findings text,
  works jsonb NOT NULL DEFAULT '[]',    -- array of {name, finishedOn}: what was done, finishedOn null = when is not known
  consent_scope text, consent_on date,  -- what the owners were asked about, and when it was counted
  owners integer, owners_voted integer, owners_agreed integer,
  owned_sqm double precision, voted_sqm double precision, agreed_sqm double precision,
  PRIMARY KEY (district_id, estate_id),
  CHECK ((surveyed_on IS NULL) = (surveyed_by IS NULL)),
  CHECK (owners_agreed <= owners_voted), CHECK (owners_voted <= owners),
  CHECK (agreed_sqm <= voted_sqm), CHECK (voted_sqm <= owned_sqm)
);

-- The housing safety archive 房屋安全档案, internal throughout: never read where only what is public is served.
CREATE TABLE safety_file (
  district_id text NOT NULL, building_id text NOT NULL,
  fund_account text,                    -- 专项资金账户
  insured_until date,                   -- 质量安全保险有效期至, inclusive
  disposition text CHECK (disposition IN ('keep', 'repair', 'convert', 'demolish', 'new')), -- 一楼一策: 留修改拆增
  measures text,
  PRIMARY KEY (district_id, building_id)
);
CREATE TABLE safety_inspection (
  district_id text NOT NULL, building_id text NOT NULL, id text NOT NULL,
  inspected_on date NOT NULL, inspector text NOT NULL,
  grade text CHECK (grade IN ('A', 'B', 'C', 'D')), -- null = no grade was given
  result text,
  PRIMARY KEY (district_id, building_id, id)
);
CREATE TABLE safety_hazard (
  district_id text NOT NULL, building_id text NOT NULL, id text NOT NULL,
  found_on date NOT NULL, description text NOT NULL, closed_on date, closing text,
  PRIMARY KEY (district_id, building_id, id),
  CHECK (closed_on >= found_on), CHECK ((closed_on IS NULL) = (closing IS NULL))
);

-- Figures the rules of estates and of the archive rest on: value ÷ per, in the unit said by the name.
CREATE TABLE estate_rule (
  rule text PRIMARY KEY, ordinal integer NOT NULL, value double precision NOT NULL, per double precision NOT NULL,
  name_zh text NOT NULL, name_en text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);
-- How often a building is inspected, by its age when it last was: from min_age, inclusive, to max_age, exclusive, in years.
CREATE TABLE inspection_interval (
  min_age integer PRIMARY KEY, max_age integer, years integer NOT NULL CHECK (years > 0),
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);
