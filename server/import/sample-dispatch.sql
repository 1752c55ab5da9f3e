-- Adds the returns, approvals and matters of the sample district; what is there already stays as it is.
--   $1  district_id  text
--   $2  returns      jsonb  array of objects with columns of dispatch_return, without district_id, as the two after it
--   $3  approvals    jsonb  of approval
--   $4  matters      jsonb  of matter
WITH returns AS (
  INSERT INTO dispatch_return
  SELECT (jsonb_populate_record(NULL::dispatch_return, given || jsonb_build_object('district_id', $1::text))).*
  FROM jsonb_array_elements($2::jsonb) given
  ON CONFLICT DO NOTHING
), approvals AS (
  INSERT INTO approval
  SELECT (jsonb_populate_record(NULL::approval, given || jsonb_build_object('district_id', $1::text))).*
  FROM jsonb_array_elements($3::jsonb) given
  ON CONFLICT DO NOTHING
)
INSERT INTO matter
SELECT (jsonb_populate_record(NULL::matter, given || jsonb_build_object('district_id', $1::text))).*
FROM jsonb_array_elements($4::jsonb) given
ON CONFLICT DO NOTHING;
