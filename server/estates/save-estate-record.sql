-- Takes down what is known of an estate, in place of what stood there.
--   $1  district_id  text
--   $2  estate       text   id
--   $3  record       jsonb  the columns of the table but its key
INSERT INTO estate_record
SELECT (jsonb_populate_record(NULL::estate_record, $3::jsonb || jsonb_build_object('district_id', $1::text, 'estate_id', $2::text))).*
ON CONFLICT (district_id, estate_id) DO UPDATE SET
  surveyed_on = EXCLUDED.surveyed_on, surveyed_by = EXCLUDED.surveyed_by, findings = EXCLUDED.findings, works = EXCLUDED.works,
  consent_scope = EXCLUDED.consent_scope, consent_on = EXCLUDED.consent_on, owners = EXCLUDED.owners,
  owners_voted = EXCLUDED.owners_voted, owners_agreed = EXCLUDED.owners_agreed, owned_sqm = EXCLUDED.owned_sqm,
  voted_sqm = EXCLUDED.voted_sqm, agreed_sqm = EXCLUDED.agreed_sqm;
