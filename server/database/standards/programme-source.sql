-- Makes the documents of the programme those of the file.
--   $1  jsonb  array of objects with the columns of the table, from programme-source.csv
INSERT INTO programme_source
SELECT * FROM jsonb_populate_recordset(NULL::programme_source, $1::jsonb)
ON CONFLICT (id) DO UPDATE SET title_zh = EXCLUDED.title_zh, title_en = EXCLUDED.title_en, dated = EXCLUDED.dated;
