-- 四个一批: which projects are of a batch in a year, rows of geodata/standards/project-batch.csv. dated = those that entered one
-- of its stages in the year; else those that stand in one of them now.
CREATE TABLE project_batch (
  batch text PRIMARY KEY, ordinal integer NOT NULL, name_zh text NOT NULL, name_en text NOT NULL,
  stages text[] NOT NULL, dated boolean NOT NULL, basis_zh text NOT NULL, basis_en text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')), as_of text NOT NULL, clause text NOT NULL,
  source text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified'))
);
