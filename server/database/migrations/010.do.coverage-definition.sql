-- How a radius coverage may be defined, rows of geodata/standards: what is supplied, over which land it is told and from
-- where radii are measured; and the radius of each size of place.
CREATE TABLE coverage_definition (
  ordinal integer NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED, id text PRIMARY KEY,
  analysis text NOT NULL CHECK (analysis IN ('park-coverage', 'statutory-radius-coverage')),
  supply text NOT NULL CHECK (supply IN ('facility', 'walkway')),
  categories text[] NOT NULL,          -- of facilities; empty where walkways are supplied
  land text NOT NULL CHECK (land IN ('residential', 'construction', 'land')),
  measured_from text NOT NULL CHECK (measured_from IN ('edge', 'centre')),
  title_zh text NOT NULL, title_en text NOT NULL, edition text NOT NULL, clause text,
  status text NOT NULL CHECK (status IN ('verified', 'unverified')), source text NOT NULL, note text
);
-- A place takes the row of the greatest area_sqm_min that is at most its area, if it is not above area_sqm_max; both inclusive.
CREATE TABLE coverage_radius (
  definition text NOT NULL REFERENCES coverage_definition (id) ON DELETE CASCADE,
  area_sqm_min double precision, area_sqm_max double precision, radius_m double precision NOT NULL,
  UNIQUE NULLS NOT DISTINCT (definition, area_sqm_min)
);
-- Measured once: shares of land are asked of thousands of pieces at a time.
ALTER TABLE store.land_piece ADD COLUMN area_sqm double precision GENERATED ALWAYS AS (area_sqm(geom)) STORED;
-- Public green for each resident by tier of the life circle (minutes), rows of geodata/standards/park-area-standard.csv; the
-- share of it that suffices where old quarters are rebuilt, and the least park of the tier.
CREATE TABLE park_area_standard (
  tier integer PRIMARY KEY, sqm_per_resident double precision NOT NULL, renewal_share double precision NOT NULL,
  park_sqm_min double precision NOT NULL, park_width_m_min double precision NOT NULL, clause text NOT NULL,
  status text NOT NULL CHECK (status IN ('verified', 'unverified')), source text NOT NULL, note text
);
