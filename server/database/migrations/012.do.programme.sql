-- The renewal programme: plans as documents, stages as a state machine with guards, and the record that guards ask for.
-- Every write to these tables is a data_version (who, when, why) with its rows of change (before, after), in one transaction.
-- Rows are of (district_id, project_id) and not of a dataset, so that an import brought in anew takes nothing of them away.

ALTER TABLE project_term DROP CONSTRAINT project_term_kind_check;
ALTER TABLE project_term ADD CONSTRAINT project_term_kind_check
  CHECK (kind IN ('stage', 'category', 'funding-source', 'plan-kind', 'evidence'));
-- operation and evaluation are two stages now; what had come as far as the last is taken as evaluated
UPDATE store.project SET stage = '效果评估' WHERE stage = '效果评估/运营';

-- 专项规划 → 片区策划 → 项目实施方案. Where neither zone nor geom is given, the area is that of the projects under it.
CREATE TABLE plan_document (
  district_id text NOT NULL, id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('special-plan', 'area-scheme', 'implementation-plan')),
  name_zh text NOT NULL, name_en text, parent text, zone text,
  file_number text, approved_by text, approved_on date, -- null = not approved, as far as is known
  period_start smallint, period_end smallint,
  source text NOT NULL, level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  geom geometry(MultiPolygon, 4326),
  PRIMARY KEY (district_id, id),
  FOREIGN KEY (district_id, parent) REFERENCES plan_document (district_id, id),
  CHECK ((approved_by IS NULL) = (approved_on IS NULL)), CHECK (period_start <= period_end)
);
CREATE INDEX plan_document_parent ON plan_document (district_id, parent);

-- Where a project stands: stage null = as it was imported; paused_from = the stage it takes up again.
CREATE TABLE project_state (
  district_id text NOT NULL, project_id text NOT NULL, stage text, paused_from text, plan_document text,
  PRIMARY KEY (district_id, project_id),
  FOREIGN KEY (district_id, plan_document) REFERENCES plan_document (district_id, id)
);
CREATE INDEX project_state_plan ON project_state (district_id, plan_document);

-- Steps of the state machine, only ever added to: guards as they were judged, and why those that blocked were overridden.
CREATE TABLE stage_step (
  version bigint PRIMARY KEY REFERENCES data_version (id),
  district_id text NOT NULL, project_id text NOT NULL, from_stage text, to_stage text NOT NULL,
  kind text NOT NULL, reason text, override_reason text, guards jsonb NOT NULL
);
CREATE INDEX stage_step_project ON stage_step (district_id, project_id);

-- What was done for a project that a guard asks for; one row of a kind (project_term of kind evidence).
CREATE TABLE project_evidence (
  district_id text NOT NULL, project_id text NOT NULL, kind text NOT NULL,
  held_on date NOT NULL, body text NOT NULL, zone text,
  attendance integer, votes_for integer, votes_against integer, -- null = not given
  passed boolean NOT NULL, note text,
  PRIMARY KEY (district_id, project_id, kind)
);

-- Rows of geodata/standards: the moves between stages, what is asked before a stage is entered, the two lists.
CREATE TABLE stage_move (
  from_stage text NOT NULL, to_stage text NOT NULL, ordinal integer NOT NULL, -- from '' = no stage yet
  kind text NOT NULL CHECK (kind IN ('forward', 'pause', 'resume', 'exit', 'return')),
  PRIMARY KEY (from_stage, to_stage)
);
CREATE TABLE stage_guard (
  guard text PRIMARY KEY, ordinal integer NOT NULL, stages text[] NOT NULL, -- asked before one of these is entered
  name_zh text NOT NULL, name_en text NOT NULL, require_zh text NOT NULL, require_en text NOT NULL,
  codes text[] NOT NULL, limit_value double precision, -- what they mean is said by the guard
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);
CREATE TABLE project_list_rule (
  code text PRIMARY KEY, ordinal integer NOT NULL, list text NOT NULL CHECK (list IN ('positive', 'negative')),
  test text NOT NULL CHECK (test IN ('category', 'demolition-share', 'heritage-demolished')),
  categories text[] NOT NULL, limit_value double precision,
  text_zh text NOT NULL, text_en text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);

-- every reader of projects sees the stage they have come to
CREATE OR REPLACE VIEW project AS
SELECT row_of.district_id, row_of.dataset_id, row_of.id, row_of.source_id, row_of.code, row_of.name_zh, row_of.name_en,
  row_of.categories, coalesce(project_state.stage, row_of.stage) AS stage, row_of.renewal_district, row_of.summary_zh,
  row_of.summary_en, row_of.year_start, row_of.year_end, row_of.amounts, row_of.level, row_of.geom
FROM store.project row_of
JOIN dataset ON dataset.id = row_of.dataset_id AND dataset.status = 'live'
LEFT JOIN project_state ON project_state.district_id = row_of.district_id AND project_state.project_id = row_of.id;
