-- Values of personas and walking parameters that were edited on this installation. The tables persona and
-- walking_parameter hold the values in force; here stands what is shipped, so that an edit can be taken back and survives
-- a new edition of the standards.
CREATE TABLE walking_edit (
  kind text NOT NULL CHECK (kind IN ('persona', 'walking-parameter')),
  id text NOT NULL,                    -- of the persona or name of the parameter
  field text NOT NULL,                 -- column of the table
  value jsonb NOT NULL,                -- in force; JSON null = none
  shipped jsonb NOT NULL,              -- as in the file; JSON null = none
  actor_id text NOT NULL, at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, id, field)
);

-- Between which values a parameter may be set, inclusive, and what it is used for: walking (stored reach depends on it),
-- import (fixed when a network is imported), answer (taken when a question is answered), bound (bounds other values).
ALTER TABLE walking_parameter
  ADD COLUMN minimum double precision,
  ADD COLUMN maximum double precision,
  ADD COLUMN used text CHECK (used IN ('walking', 'import', 'answer', 'bound'));
