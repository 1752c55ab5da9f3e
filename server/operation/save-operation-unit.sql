-- Writes a unit of a project whole, in place of the one of its id; its level stays.
--   $1  district_id  text
--   $2  id           text
--   $3  project      text
--   $4  level        text   of a new one
--   $5  unit         jsonb  as in the contract
INSERT INTO operation_unit (district_id, id, project_id, level, name_zh, name_en, kind, area_sqm, let_sqm, operator, opened_on,
  closed_on, rent_yuan, contract_from, contract_to, contract_note, as_of, source)
SELECT $1, $2, $3, $4, "nameZh", "nameEn", kind, "areaSqm", "letSqm", operator, "openedOn", "closedOn", "rentYuan", "contractFrom",
  "contractTo", "contractNote", "asOf", source
FROM jsonb_to_record($5::jsonb) AS given ("nameZh" text, "nameEn" text, kind text, "areaSqm" double precision, "letSqm" double precision,
  operator text, "openedOn" date, "closedOn" date, "rentYuan" double precision, "contractFrom" date, "contractTo" date,
  "contractNote" text, "asOf" date, source text)
ON CONFLICT (district_id, id) DO UPDATE SET name_zh = EXCLUDED.name_zh, name_en = EXCLUDED.name_en, kind = EXCLUDED.kind,
  area_sqm = EXCLUDED.area_sqm, let_sqm = EXCLUDED.let_sqm, operator = EXCLUDED.operator, opened_on = EXCLUDED.opened_on,
  closed_on = EXCLUDED.closed_on, rent_yuan = EXCLUDED.rent_yuan, contract_from = EXCLUDED.contract_from,
  contract_to = EXCLUDED.contract_to, contract_note = EXCLUDED.contract_note, as_of = EXCLUDED.as_of, source = EXCLUDED.source;
