-- What the record remembers of a district's rows, and the version of the ground it would have to be of.
--   $1  district_id  text
--   $2  key          text, of the setting
SELECT (SELECT value FROM setting WHERE key = $2) AS "known",
  (SELECT coalesce(max(id), 0) FROM data_version WHERE district_id = $1 AND changes_ground) AS "groundVersion";
