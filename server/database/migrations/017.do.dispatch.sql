-- Dispatch as it is done: 月调度 and 季会商. Amounts are in 万元 (wan yuan, 10,000 yuan) as units return them; null = not told.
-- Rows are of (district_id, project_id) and not of a dataset, so that an import brought in anew takes nothing of them away.

-- What the responsible unit returned of a project for a month (its first day).
CREATE TABLE dispatch_return (
  district_id text NOT NULL, project_id text NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  unit text, implementer text, leader text, uniform_code text,
  total_wan_yuan double precision CHECK (total_wan_yuan >= 0),
  year_plan_wan_yuan double precision CHECK (year_plan_wan_yuan >= 0),
  month_done_wan_yuan double precision CHECK (month_done_wan_yuan >= 0),
  year_done_wan_yuan double precision CHECK (year_done_wan_yuan >= 0),
  total_done_wan_yuan double precision CHECK (total_done_wan_yuan >= 0),
  arrived_wan_yuan double precision CHECK (arrived_wan_yuan >= 0),
  paid_wan_yuan double precision CHECK (paid_wan_yuan >= 0),
  progress_text text, progress_share double precision CHECK (progress_share BETWEEN 0 AND 1),
  problem text, coordination text,
  level text NOT NULL CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, project_id, month)
);
CREATE INDEX dispatch_return_month ON dispatch_return (district_id, month);

-- A file taken in: its rows are the changes of its version. undone_by = the version that took it back.
CREATE TABLE dispatch_import (
  version bigint PRIMARY KEY REFERENCES data_version (id),
  district_id text NOT NULL, month date NOT NULL, file_name text NOT NULL,
  level text NOT NULL CHECK (level IN ('public', 'internal')),
  undone_by bigint REFERENCES data_version (id)
);
CREATE INDEX dispatch_import_district ON dispatch_import (district_id, version DESC);

-- A month as it stood when someone froze it. Nothing refers out of here, and nothing of it is ever changed.
CREATE TABLE dispatch_snapshot (
  district_id text NOT NULL, id text NOT NULL, month date NOT NULL,
  version bigint NOT NULL, made_at timestamptz NOT NULL DEFAULT now(), actor_id text NOT NULL, note text,
  PRIMARY KEY (district_id, id)
);
CREATE TABLE dispatch_snapshot_row (
  district_id text NOT NULL, snapshot text NOT NULL, project_id text NOT NULL,
  level text NOT NULL, facts jsonb NOT NULL,
  PRIMARY KEY (district_id, snapshot, project_id)
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed: a snapshot stays as it was made', TG_TABLE_NAME;
END $$;
CREATE TRIGGER dispatch_snapshot_stays BEFORE UPDATE OR DELETE ON dispatch_snapshot
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispatch_snapshot_row_stays BEFORE UPDATE OR DELETE ON dispatch_snapshot_row
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- 季会商: matters, from the quarter they were raised in until they are closed.
CREATE TABLE matter (
  district_id text NOT NULL, id text NOT NULL, project_id text, quarter text NOT NULL CHECK (quarter ~ '^\d{4}-Q[1-4]$'),
  problem text NOT NULL, raised_by text NOT NULL, departments text[] NOT NULL,
  decision text, owner text, deadline date, closed_on date, outcome text,
  level text NOT NULL CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, id)
);
CREATE INDEX matter_project ON matter (district_id, project_id);

-- 联合审批: what a project needs of a department; null = not yet, or not told.
CREATE TABLE approval (
  district_id text NOT NULL, id text NOT NULL, project_id text NOT NULL, matter text NOT NULL, department text NOT NULL,
  received_on date, promised_on date, done_on date, blocking boolean NOT NULL, note text,
  level text NOT NULL CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, id),
  CHECK (received_on <= promised_on), CHECK (received_on <= done_on)
);
CREATE INDEX approval_project ON approval (district_id, project_id);

-- Rows of geodata/standards: which light a project gets and why; what a scorecard weighs.
CREATE TABLE dispatch_rule (
  rule text PRIMARY KEY, ordinal integer NOT NULL,
  light text CHECK (light IN ('red', 'yellow')), -- null = the scope: the stages that are dispatched
  test text NOT NULL CHECK (test IN ('scope', 'no-return', 'completed-share', 'blocking-overdue', 'matter-overdue')),
  stages text[] NOT NULL, limit_value double precision, -- what it means is said by the test
  text_zh text NOT NULL, text_en text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified')),
  CHECK ((light IS NULL) = (test = 'scope'))
);
CREATE TABLE scorecard_item (
  item text PRIMARY KEY, ordinal integer NOT NULL,
  measure text CHECK (measure IN ('returned', 'completed', 'paid', 'not-red')), -- null = typed in
  weight double precision NOT NULL CHECK (weight > 0),
  name_zh text NOT NULL, name_en text NOT NULL, basis_zh text NOT NULL, basis_en text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);
-- What was typed into a scorecard, a share 0…1 with its reason.
CREATE TABLE scorecard_entry (
  district_id text NOT NULL, snapshot text NOT NULL, grouping_kind text NOT NULL CHECK (grouping_kind IN ('unit', 'subdistrict')),
  subject text NOT NULL, item text NOT NULL, share double precision NOT NULL CHECK (share BETWEEN 0 AND 1), reason text NOT NULL,
  PRIMARY KEY (district_id, snapshot, grouping_kind, subject, item)
);
