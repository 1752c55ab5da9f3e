-- Takes down a source of money, in place of what stood there under its id.
--   $1  district_id  text
--   $2  id           text
--   $3  funding      jsonb  {kind, giverZh, giverEn, amountYuan, status, dated, basis, jurisdiction, level}
INSERT INTO funding (district_id, id, kind, giver_zh, giver_en, amount_yuan, status, dated, basis, jurisdiction, level)
SELECT $1, $2, kind, "giverZh", "giverEn", "amountYuan", status, dated, basis, jurisdiction, level
FROM jsonb_to_record($3::jsonb) AS given (kind text, "giverZh" text, "giverEn" text, "amountYuan" bigint, status text, dated date,
  basis text, jurisdiction text, level text)
ON CONFLICT (district_id, id) DO UPDATE SET
  kind = EXCLUDED.kind, giver_zh = EXCLUDED.giver_zh, giver_en = EXCLUDED.giver_en, amount_yuan = EXCLUDED.amount_yuan,
  status = EXCLUDED.status, dated = EXCLUDED.dated, basis = EXCLUDED.basis, jurisdiction = EXCLUDED.jurisdiction;
