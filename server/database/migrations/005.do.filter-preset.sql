-- Questions by conditions that are asked often, rows of geodata/standards/filter-preset.csv: conditions as in the address
-- of the page (yearBuilt:lt:2000;safetyGrade:in:C,D), ordinal the order in which they are offered; those of the headline
-- are counted on every indicator sheet.
CREATE TABLE filter_preset (
  ordinal integer NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED, name text PRIMARY KEY, title_zh text NOT NULL, title_en text NOT NULL,
  conditions text NOT NULL, headline boolean NOT NULL, source text NOT NULL
);
