-- Writes an adviser whole, a new one or a changed one.
--   $1  district_id  text
--   $2  id           text
--   $3  adviser      jsonb  AdviserBody
INSERT INTO adviser (district_id, id, name, profession, organisation, zones, since, until, source, level)
SELECT $1, $2, name, profession, organisation, zones, since, until, source, level
FROM jsonb_to_record($3::jsonb) AS given (name text, profession text, organisation text, zones text[], since date, until date,
  source text, level text)
ON CONFLICT (district_id, id) DO UPDATE SET
  name = EXCLUDED.name, profession = EXCLUDED.profession, organisation = EXCLUDED.organisation, zones = EXCLUDED.zones,
  since = EXCLUDED.since, until = EXCLUDED.until, source = EXCLUDED.source, level = EXCLUDED.level;
