-- Takes down a typed-in share, in place of what stood there; answers with that, null where nothing did.
--   $1  district_id  text
--   $2  snapshot     text
--   $3  by           text    unit | subdistrict
--   $4  subject      text
--   $5  item         text
--   $6  share        double precision, 0…1
--   $7  reason       text
WITH before AS (
  SELECT jsonb_build_object('share', share, 'reason', reason) AS facts FROM scorecard_entry
  WHERE district_id = $1 AND snapshot = $2 AND grouping_kind = $3 AND subject = $4 AND item = $5
), saved AS (
  INSERT INTO scorecard_entry (district_id, snapshot, grouping_kind, subject, item, share, reason)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (district_id, snapshot, grouping_kind, subject, item)
  DO UPDATE SET share = EXCLUDED.share, reason = EXCLUDED.reason
)
SELECT (SELECT facts FROM before) AS before;
