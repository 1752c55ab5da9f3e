-- Indicators of the city health check by edition, rows of geodata/standards/health-indicator.csv. What is not measured has
-- no measure: it comes from departments or surveys.
CREATE TABLE health_indicator (
  ordinal integer NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED, edition text NOT NULL, code text NOT NULL,
  dimension text NOT NULL CHECK (dimension IN ('housing', 'estate', 'block', 'city')),
  aspect text NOT NULL, tag text NOT NULL, name_zh text NOT NULL, name_en text NOT NULL, unit text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('lower', 'higher', 'none')),
  threshold double precision,           -- met where the value is it or better by the direction
  measure text,                         -- server/analysis/health-measures.ts
  categories text[] NOT NULL, definition text REFERENCES coverage_definition (id), parameter double precision,
  computability text NOT NULL CHECK (computability IN ('computed', 'proxy', 'survey')),
  basis_zh text, basis_en text,
  status text NOT NULL CHECK (status IN ('verified', 'unverified')), source text NOT NULL,
  PRIMARY KEY (edition, code), CHECK ((measure IS NULL) = (computability = 'survey'))
);
