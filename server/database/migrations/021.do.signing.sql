-- Consent and signing: how many households of a plot have come how far, by kind and day, for acquisition and, by the same
-- tables, for the consent to a lift or to self-renewal. Households are counted here and never named. The four lists and the
-- measures stand beside them. Every write is a data_version with its rows of change; rows are of the district and no dataset.

-- Rows of geodata/standards: the stages of a purpose, shares the law asks for, plots of cases elsewhere, the lists.
CREATE TABLE signing_stage (
  purpose text NOT NULL CHECK (purpose IN ('acquisition', 'lift', 'self-renewal')), code text NOT NULL,
  ordinal integer NOT NULL, counted text NOT NULL CHECK (counted IN ('households', 'plot')),
  within text,                          -- the stage whose households these are of; null = all of the plot
  name_zh text NOT NULL, name_en text NOT NULL, source text NOT NULL,
  status text NOT NULL CHECK (status IN ('verified', 'unverified')),
  PRIMARY KEY (purpose, code)
);
CREATE TABLE consent_threshold (
  purpose text NOT NULL, ordinal integer NOT NULL, stage text NOT NULL,
  base text,                            -- the stage it is a share of; null = all of the plot
  measure text NOT NULL CHECK (measure IN ('households', 'area')),
  numerator integer NOT NULL CHECK (numerator > 0), denominator integer NOT NULL CHECK (denominator >= numerator),
  inclusive boolean NOT NULL,           -- whether the share itself is enough
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified')),
  PRIMARY KEY (purpose, ordinal)
);
CREATE TABLE case_plot (
  ordinal integer PRIMARY KEY, plot text NOT NULL, case_zh text NOT NULL, case_en text NOT NULL,
  name_zh text NOT NULL, name_en text NOT NULL, kind text NOT NULL,
  households integer NOT NULL, signed integer NOT NULL CHECK (signed BETWEEN 0 AND households),
  stated_figure text NOT NULL,          -- the programme_figure that states the sum of the case
  as_of text NOT NULL, source text NOT NULL, note_zh text, note_en text
);
CREATE TABLE programme_list (
  code text PRIMARY KEY, ordinal integer NOT NULL, kind text NOT NULL,
  name_zh text NOT NULL, name_en text NOT NULL, figure text NOT NULL -- the programme_figure that states how many it holds
);

CREATE TABLE acquisition_plot (
  district_id text NOT NULL, id text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('acquisition', 'lift', 'self-renewal')),
  name_zh text NOT NULL, name_en text, project_id text, area_sqm double precision CHECK (area_sqm > 0), -- null = not told
  source text NOT NULL, invented boolean NOT NULL DEFAULT false,
  level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  geom geometry(MultiPolygon, 4326),    -- null = listed, not drawn
  PRIMARY KEY (district_id, id)
);
CREATE INDEX acquisition_plot_geom ON acquisition_plot USING gist (geom);
CREATE TABLE plot_households (
  district_id text NOT NULL, plot text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('dwelling', 'non-dwelling', 'shop', 'unspecified')),
  households integer NOT NULL CHECK (households > 0), area_sqm double precision CHECK (area_sqm > 0), -- null = not told
  PRIMARY KEY (district_id, plot, kind),
  FOREIGN KEY (district_id, plot) REFERENCES acquisition_plot (district_id, id) ON DELETE CASCADE
);
-- Counted from the first on: never lower on a later day. kind plot = a stage of the plot itself, reached on its day.
CREATE TABLE signing_count (
  district_id text NOT NULL, plot text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('dwelling', 'non-dwelling', 'shop', 'unspecified', 'plot')),
  stage text NOT NULL, counted_on date NOT NULL,
  households integer CHECK (households >= 0), area_sqm double precision CHECK (area_sqm >= 0),
  PRIMARY KEY (district_id, plot, stage, kind, counted_on), CHECK ((kind = 'plot') = (households IS NULL)),
  FOREIGN KEY (district_id, plot) REFERENCES acquisition_plot (district_id, id) ON DELETE CASCADE
);
CREATE TABLE signing_target (
  district_id text NOT NULL, plot text NOT NULL, stage text NOT NULL,
  starts_on date NOT NULL, due_on date NOT NULL, households integer NOT NULL CHECK (households > 0),
  PRIMARY KEY (district_id, plot, stage), CHECK (starts_on < due_on),
  FOREIGN KEY (district_id, plot) REFERENCES acquisition_plot (district_id, id) ON DELETE CASCADE
);

-- An item of a list, as it was entered or came in by a file (import_version, until it is taken back).
CREATE TABLE programme_item (
  district_id text NOT NULL, id text NOT NULL, list text NOT NULL, title text NOT NULL,
  lead_department text, deadline date,  -- null = not told
  state text NOT NULL CHECK (state IN ('not-begun', 'under-way', 'done', 'kept-up', 'dropped')),
  projects text[] NOT NULL DEFAULT '{}', source text NOT NULL, invented boolean NOT NULL DEFAULT false,
  level text NOT NULL DEFAULT 'internal' CHECK (level IN ('public', 'internal')),
  PRIMARY KEY (district_id, id), UNIQUE (district_id, list, title)
);
CREATE TABLE programme_import (
  version bigint PRIMARY KEY REFERENCES data_version (id), district_id text NOT NULL, undone_by bigint REFERENCES data_version (id)
);
