-- Takes down fund, insurance and 一楼一策 of a building, in place of what stood there.
--   $1  district_id    text
--   $2  building       text  id
--   $3  fund_account   text  null = not known, as the three after it
--   $4  insured_until  date  inclusive
--   $5  disposition    text
--   $6  measures       text
INSERT INTO safety_file (district_id, building_id, fund_account, insured_until, disposition, measures)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (district_id, building_id) DO UPDATE SET
  fund_account = EXCLUDED.fund_account, insured_until = EXCLUDED.insured_until, disposition = EXCLUDED.disposition,
  measures = EXCLUDED.measures;
