-- Makes a loading dataset live and names its district, in one statement; no row where it is no longer loading.
--   $1  dataset_id    integer
--   $2  completeness  text, JSON
--   $3  report        text, JSON of server/contract/dataset-report.ts
--   $4  district_id   text
--   $5  adcode        text
--   $6  name_zh       text
--   $7  name_en       text or null
--   $8  sample        boolean
-- The one live before must be retired first: the index dataset_one_live_per_kind allows one.
WITH live AS (
  UPDATE dataset SET status = 'live', completeness = $2::jsonb, report = $3::jsonb, importer = NULL
  WHERE id = $1 AND status = 'loading'
  RETURNING id
)
INSERT INTO district (id, adcode, name_zh, name_en, sample)
SELECT $4, $5, $6, $7, $8::boolean FROM live
ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, sample = excluded.sample;
