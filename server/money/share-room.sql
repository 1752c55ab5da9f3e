-- What a package got of a source and has shared out, for a share of one project. The row of the source is held by whoever asks.
--   $1  district_id  text
--   $2  funding      text
--   $3  package      text
--   $4  project      text
-- Amounts are whole yuan; given = null where the package got nothing of the source, before = null where the project has no share.
SELECT
  (SELECT amount_yuan FROM funding_to_package WHERE district_id = $1 AND funding = $2 AND package = $3) AS given,
  (SELECT amount_yuan FROM funding_share WHERE district_id = $1 AND funding = $2 AND package = $3 AND project_id = $4) AS before,
  (SELECT coalesce(sum(amount_yuan), 0) FROM funding_share
   WHERE district_id = $1 AND funding = $2 AND package = $3 AND project_id <> $4) AS others,
  EXISTS (SELECT FROM funding_package_project WHERE district_id = $1 AND package = $3 AND project_id = $4) AS "isMember";
