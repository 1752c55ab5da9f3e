-- Projects that a bureau enters itself, by form or by file, beside those of a dataset; what guards ask of them further; the
-- indicators they are to move; 三师 advisers and the menu surveys of residents whose result becomes the scope of a project.
-- Every write is a data_version with its rows of change. Rows are of (district_id, …), so an import anew takes none away.

ALTER TABLE project_term DROP CONSTRAINT project_term_kind_check;
ALTER TABLE project_term ADD CONSTRAINT project_term_kind_check
  CHECK (kind IN ('stage', 'category', 'funding-source', 'plan-kind', 'evidence', 'adviser-profession', 'menu-kind'));

-- A file of projects that was taken; undone_version is set where it was taken back whole.
CREATE TABLE project_import (
  version bigint PRIMARY KEY REFERENCES data_version (id), district_id text NOT NULL,
  file_name text NOT NULL, rows integer NOT NULL, undone_version bigint REFERENCES data_version (id)
);

-- stage is where it stood when it was entered, null = it begins here; version = the last write to the row.
CREATE TABLE entered_project (
  district_id text NOT NULL, id text NOT NULL, code text, name_zh text NOT NULL, name_en text,
  categories text[] NOT NULL, stage text, stage_reason text, renewal_district text, summary_zh text, summary_en text,
  year_start smallint, year_end smallint, amounts jsonb NOT NULL DEFAULT '[]', -- [{source, amountYuan}]
  zone text, geom geometry(Geometry, 4326) NOT NULL, source text NOT NULL,
  level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  version bigint NOT NULL REFERENCES data_version (id), import_version bigint REFERENCES project_import (version),
  PRIMARY KEY (district_id, id), CHECK (year_start <= year_end)
);
CREATE UNIQUE INDEX entered_project_code ON entered_project (district_id, level, code);
CREATE INDEX entered_project_import ON entered_project (district_id, import_version);

-- many projects of one file may stand in a stage already
ALTER TABLE stage_step DROP CONSTRAINT stage_step_pkey;
ALTER TABLE stage_step ADD PRIMARY KEY (version, project_id);

-- every reader of projects sees those entered here too; told_source = where an entered one is known from, null of a dataset
CREATE OR REPLACE VIEW project AS
SELECT row_of.district_id, row_of.dataset_id, row_of.id, row_of.source_id, row_of.code, row_of.name_zh, row_of.name_en,
  row_of.categories, coalesce(project_state.stage, row_of.stage) AS stage, row_of.renewal_district, row_of.summary_zh,
  row_of.summary_en, row_of.year_start, row_of.year_end, row_of.amounts, row_of.level, row_of.geom, NULL::text AS told_source
FROM store.project row_of
JOIN dataset ON dataset.id = row_of.dataset_id AND dataset.status = 'live'
LEFT JOIN project_state ON project_state.district_id = row_of.district_id AND project_state.project_id = row_of.id
UNION ALL
SELECT own.district_id, NULL::integer, own.id, NULL::text, own.code, own.name_zh, own.name_en,
  own.categories, coalesce(project_state.stage, own.stage), own.renewal_district, own.summary_zh,
  own.summary_en, own.year_start, own.year_end, own.amounts, own.level, own.geom, own.source
FROM entered_project own
LEFT JOIN project_state ON project_state.district_id = own.district_id AND project_state.project_id = own.id;

-- Who answers for a project: 责任单位, 实施主体, 牵头领导; null = not named.
CREATE TABLE project_responsibility (
  district_id text NOT NULL, project_id text NOT NULL, unit text, implementer text, leader text, named_on date,
  PRIMARY KEY (district_id, project_id)
);

-- What is built and who is rehoused, as far as the bottom lines of demolition ask; areas are floor areas above ground in m²,
-- null = not told. Exempt is what the clauses leave out of the sums, with why.
CREATE TABLE project_works (
  district_id text NOT NULL, project_id text NOT NULL,
  new_sqm double precision CHECK (new_sqm >= 0), exempt_new_sqm double precision CHECK (exempt_new_sqm <= new_sqm),
  exempt_demolished_sqm double precision CHECK (exempt_demolished_sqm >= 0), exempt_basis text,
  relocated_households integer CHECK (relocated_households >= 0),
  rehoused_households integer CHECK (rehoused_households <= relocated_households),
  basis text NOT NULL, dated date NOT NULL,
  PRIMARY KEY (district_id, project_id),
  CHECK (exempt_basis IS NOT NULL OR coalesce(exempt_new_sqm, 0) + coalesce(exempt_demolished_sqm, 0) = 0)
);

ALTER TABLE project_list_rule DROP CONSTRAINT project_list_rule_list_check;
ALTER TABLE project_list_rule ADD CONSTRAINT project_list_rule_list_check CHECK (list IN ('positive', 'negative', 'caution'));
ALTER TABLE project_list_rule DROP CONSTRAINT project_list_rule_test_check;
ALTER TABLE project_list_rule ADD CONSTRAINT project_list_rule_test_check
  CHECK (test IN ('category', 'demolition-share', 'rebuild-ratio', 'rehousing-share', 'heritage-demolished'));

-- 效果评估: an indicator that a project is to move in a zone, before and target in its unit; null = before is not known.
CREATE TABLE project_target (
  district_id text NOT NULL, project_id text NOT NULL, edition text NOT NULL, indicator text NOT NULL, zone text NOT NULL,
  before_value double precision, before_on date, target_value double precision NOT NULL, target_year smallint, basis text NOT NULL,
  level text NOT NULL CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, project_id, edition, indicator, zone)
);
-- Only ever added to: the indicators as they were read again; value null = it could not be told, and why.
CREATE TABLE project_reading (
  version bigint NOT NULL REFERENCES data_version (id), district_id text NOT NULL, project_id text NOT NULL,
  edition text NOT NULL, indicator text NOT NULL, zone text NOT NULL, read_on date NOT NULL,
  value double precision, reason text, measured_version bigint, told_by text,
  PRIMARY KEY (version, project_id, edition, indicator, zone), CHECK ((value IS NULL) = (reason IS NOT NULL))
);
CREATE INDEX project_reading_of ON project_reading (district_id, project_id);

-- 三师: profession is a code of project_term adviser-profession, zones are the communities and subdistricts served.
CREATE TABLE adviser (
  district_id text NOT NULL, id text NOT NULL, name text NOT NULL, profession text NOT NULL, organisation text,
  zones text[] NOT NULL, since date NOT NULL, until date, source text NOT NULL,
  level text NOT NULL CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, id), CHECK (since <= until)
);
CREATE TABLE adviser_visit (
  district_id text NOT NULL, id text NOT NULL, adviser text NOT NULL, zone text NOT NULL, project_id text,
  visited_on date NOT NULL, subject text NOT NULL, advice text,
  PRIMARY KEY (district_id, id), FOREIGN KEY (district_id, adviser) REFERENCES adviser (district_id, id)
);
CREATE INDEX adviser_visit_of ON adviser_visit (district_id, adviser);
CREATE INDEX adviser_visit_project ON adviser_visit (district_id, project_id);
-- who of them signed what was held: of 专业审议
ALTER TABLE project_evidence ADD COLUMN adviser text;

-- 菜单式征集: what residents were offered and how many households chose it; kind is a code of project_term menu-kind.
CREATE TABLE menu_survey (
  district_id text NOT NULL, id text NOT NULL, project_id text NOT NULL, title text NOT NULL, body text NOT NULL,
  opened_on date NOT NULL, closed_on date NOT NULL, asked_households integer, answered_households integer NOT NULL,
  PRIMARY KEY (district_id, id), CHECK (opened_on <= closed_on), CHECK (answered_households BETWEEN 0 AND asked_households)
);
CREATE INDEX menu_survey_project ON menu_survey (district_id, project_id);
CREATE TABLE menu_option (
  district_id text NOT NULL, survey text NOT NULL, ordinal integer NOT NULL, item text NOT NULL, kind text NOT NULL,
  votes integer NOT NULL CHECK (votes >= 0),
  PRIMARY KEY (district_id, survey, ordinal), FOREIGN KEY (district_id, survey) REFERENCES menu_survey (district_id, id)
);
-- 改造内容: the lines of what a project does; survey and ordinal of the option say where residents chose it, null = added by hand.
CREATE TABLE project_scope (
  district_id text NOT NULL, project_id text NOT NULL, ordinal integer NOT NULL, item text NOT NULL, kind text NOT NULL,
  quantity double precision CHECK (quantity >= 0), unit text, survey text, option integer, reason text,
  PRIMARY KEY (district_id, project_id, ordinal), CHECK ((survey IS NULL) = (option IS NULL))
);
