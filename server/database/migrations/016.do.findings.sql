-- The chain of the city health check: a finding (问题), what is proposed, the projects that take it up, and the check after
-- works; the values of indicators that departments tell; and files that brought in many of either, each to be undone whole.
-- Every write is a data_version with its rows of change. Rows are of (district_id, …), so an import anew takes none away.

ALTER TABLE health_indicator ADD COLUMN clause text NOT NULL DEFAULT '';

-- Words of the register, rows of geodata/standards/finding-term.csv: code is what the tables below hold.
CREATE TABLE finding_term (
  kind text NOT NULL CHECK (kind IN ('severity', 'measure', 'source', 'state')), code text NOT NULL, ordinal integer NOT NULL,
  name_zh text NOT NULL, name_en text NOT NULL, basis_zh text NOT NULL, basis_en text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified')),
  PRIMARY KEY (kind, code)
);

-- A file whose rows were taken; undone_version is set where they were all taken back.
CREATE TABLE finding_import (
  version bigint PRIMARY KEY REFERENCES data_version (id), district_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('findings', 'indicator-values')), file_name text NOT NULL, rows integer NOT NULL,
  undone_version bigint REFERENCES data_version (id)
);

-- identity is what makes two findings one: an indicator in a place, else source, title and place.
CREATE TABLE finding (
  district_id text NOT NULL, id text NOT NULL, identity text NOT NULL, title text NOT NULL, note text,
  edition text, indicator text, zone text, geom geometry(Geometry, 4326),
  severity text NOT NULL, source text NOT NULL,
  value double precision, threshold double precision, as_of date NOT NULL, -- in the unit of the indicator; null = not known
  measured_version bigint, -- data version the value was measured on; null = it was not measured here
  level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  import_version bigint REFERENCES finding_import (version),
  PRIMARY KEY (district_id, id), UNIQUE (district_id, identity),
  CHECK (zone IS NOT NULL OR geom IS NOT NULL), CHECK ((edition IS NULL) = (indicator IS NULL))
);
CREATE INDEX finding_indicator ON finding (district_id, edition, indicator);

CREATE TABLE finding_proposal (
  district_id text NOT NULL, id text NOT NULL, finding text NOT NULL, body text NOT NULL, measure text NOT NULL,
  responsible text NOT NULL, proposed_on date NOT NULL,
  PRIMARY KEY (district_id, id), FOREIGN KEY (district_id, finding) REFERENCES finding (district_id, id)
);
CREATE INDEX finding_proposal_finding ON finding_proposal (district_id, finding);

CREATE TABLE finding_project (
  district_id text NOT NULL, finding text NOT NULL, project_id text NOT NULL, linked_on date NOT NULL,
  PRIMARY KEY (district_id, finding, project_id), FOREIGN KEY (district_id, finding) REFERENCES finding (district_id, id)
);
CREATE INDEX finding_project_project ON finding_project (district_id, project_id);

-- Only ever added to. unknown = it could not be measured, and why; told_by is set where a person told what came of it.
CREATE TABLE finding_recheck (
  version bigint PRIMARY KEY REFERENCES data_version (id), district_id text NOT NULL, finding text NOT NULL,
  checked_on date NOT NULL, value double precision, threshold double precision,
  outcome text NOT NULL CHECK (outcome IN ('improved', 'not-improved', 'unknown')), reason text,
  measured_version bigint, told_by text, note text,
  FOREIGN KEY (district_id, finding) REFERENCES finding (district_id, id), CHECK ((outcome = 'unknown') = (reason IS NOT NULL))
);
CREATE INDEX finding_recheck_finding ON finding_recheck (district_id, finding);

-- Values told by departments and surveys, only ever added to: of one date the last that was told stands.
CREATE TABLE indicator_value (
  district_id text NOT NULL, id text NOT NULL, version bigint NOT NULL REFERENCES data_version (id),
  edition text NOT NULL, indicator text NOT NULL, zone text NOT NULL, as_of date NOT NULL, value double precision NOT NULL,
  told_by text NOT NULL, note text, level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  import_version bigint REFERENCES finding_import (version),
  PRIMARY KEY (district_id, id)
);
CREATE INDEX indicator_value_of ON indicator_value (district_id, edition, indicator, zone, as_of);

-- How far a finding has come: what its last check that told anything says, else a project, else a proposal.
CREATE VIEW finding_standing AS
SELECT finding.district_id, finding.id, coalesce(
    (SELECT outcome FROM finding_recheck recheck
     WHERE recheck.district_id = finding.district_id AND recheck.finding = finding.id AND outcome <> 'unknown'
     ORDER BY checked_on DESC, version DESC LIMIT 1),
    CASE
      WHEN EXISTS (SELECT FROM finding_project link WHERE link.district_id = finding.district_id AND link.finding = finding.id)
        THEN 'in-project'
      WHEN EXISTS (SELECT FROM finding_proposal told WHERE told.district_id = finding.district_id AND told.finding = finding.id)
        THEN 'proposed'
      ELSE 'open'
    END) AS state
FROM finding;
