-- Where a value or a reading comes from, and what is to be said of it, in English beside Chinese; filled from the files of geodata/standards.
ALTER TABLE persona ADD COLUMN source_en text NOT NULL DEFAULT '';
ALTER TABLE walking_parameter ADD COLUMN source_en text NOT NULL DEFAULT '';
ALTER TABLE coverage_definition ADD COLUMN source_en text NOT NULL DEFAULT '';
ALTER TABLE coverage_definition ADD COLUMN note_en text;
