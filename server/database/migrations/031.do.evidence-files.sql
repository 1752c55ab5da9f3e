-- Files kept with what was done for a project: minutes, lists of votes, photographs. They may name people, so they are internal as a
-- whole. Each is written once and may be taken away again; that it was there stays in the change of its data version.
CREATE TABLE evidence_file (
  district_id text NOT NULL, id text NOT NULL, project_id text NOT NULL, kind text NOT NULL,
  name text NOT NULL, media_type text NOT NULL, content bytea NOT NULL, added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (district_id, id),
  FOREIGN KEY (district_id, project_id, kind) REFERENCES project_evidence (district_id, project_id, kind) ON DELETE CASCADE
);
CREATE INDEX evidence_file_of ON evidence_file (district_id, project_id, kind);
