-- Households of a plot, one by one: internal throughout, never read where only what is public is served. Where a plot has any,
-- its numbers of households and its counts by day follow from them. And 招商运营: what a project holds once it is let and run.
-- Every write is a data_version with its rows of change; rows are of the district and no dataset. Null = not known.

CREATE TABLE household (
  district_id text NOT NULL, id text NOT NULL, plot text NOT NULL,
  number text NOT NULL,                 -- 户号 within its plot; no name of a person
  kind text NOT NULL CHECK (kind IN ('dwelling', 'non-dwelling', 'shop')),
  area_sqm double precision CHECK (area_sqm > 0), -- of the exclusive part
  tenure text, team text, note text,    -- team: who attends to it, 一户一专班; note: 一户一策
  stages jsonb NOT NULL DEFAULT '{}',   -- the day it came to each stage, by code
  PRIMARY KEY (district_id, id), UNIQUE (district_id, plot, number),
  FOREIGN KEY (district_id, plot) REFERENCES acquisition_plot (district_id, id) ON DELETE CASCADE
);
CREATE TABLE household_import (
  version bigint PRIMARY KEY REFERENCES data_version (id), district_id text NOT NULL, plot text NOT NULL, file_name text NOT NULL,
  undone_by bigint REFERENCES data_version (id)
);
CREATE INDEX household_import_plot ON household_import (district_id, plot);

-- Rows of geodata/standards: what is done in a unit that is let.
CREATE TABLE operation_kind (
  code text PRIMARY KEY, ordinal integer NOT NULL, name_zh text NOT NULL, name_en text NOT NULL,
  scene boolean NOT NULL,               -- counts as a scene of living, consumption or start-ups
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);

-- A unit 业态 of a project. What is let of it and who runs it is public where the unit is; its rent and contract never are.
CREATE TABLE operation_unit (
  district_id text NOT NULL, id text NOT NULL, project_id text NOT NULL,
  name_zh text NOT NULL, name_en text, kind text NOT NULL,
  area_sqm double precision CHECK (area_sqm > 0), let_sqm double precision CHECK (let_sqm >= 0),
  operator text, opened_on date, closed_on date,
  rent_yuan double precision CHECK (rent_yuan >= 0), -- a m² and month; internal
  contract_from date, contract_to date, contract_note text, -- internal
  as_of date NOT NULL, source text NOT NULL, invented boolean NOT NULL DEFAULT false,
  level text NOT NULL DEFAULT 'public' CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, id), CHECK (let_sqm <= area_sqm), CHECK (closed_on >= opened_on), CHECK (contract_to >= contract_from)
);
CREATE INDEX operation_unit_project ON operation_unit (district_id, project_id);
