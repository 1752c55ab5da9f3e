-- What the documents of the programme say in numbers, rows of geodata/standards: as printed, never overwritten by what the
-- data holds; a discrepancy is flagged and told in the note.
CREATE TABLE programme_source (
  id text PRIMARY KEY, title_zh text NOT NULL, title_en text NOT NULL,
  dated text NOT NULL                   -- a date, or its year or month
);
CREATE TABLE programme_figure (
  code text PRIMARY KEY, ordinal integer NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED,
  theme text NOT NULL,
  adcode text,                          -- of the district it is about; null = a municipality, the country, a case elsewhere
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')),
  name_zh text NOT NULL, name_en text NOT NULL,
  qualifier text NOT NULL CHECK (qualifier IN ('=', '~', '>', '>=', '<=')),
  value double precision NOT NULL, unit_zh text, unit_en text,
  nature text NOT NULL CHECK (nature IN ('stock', 'done', 'target', 'count')),
  as_of text NOT NULL, source text NOT NULL REFERENCES programme_source (id),
  leads_to text,                        -- the list on the page
  counted_by text,                      -- project, or a kind of zone: what is counted beside it in the data
  note_zh text, note_en text, flagged boolean NOT NULL,
  CHECK ((note_zh IS NULL) = (note_en IS NULL)), CHECK (NOT flagged OR note_zh IS NOT NULL),
  CHECK ((adcode IS NULL) = (jurisdiction <> '区级'))
);
