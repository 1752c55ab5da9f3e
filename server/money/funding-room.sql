-- What a source has and has given, for a payment to one project or one package. Its row is held by whoever asks.
--   $1  district_id  text
--   $2  funding      text
--   $3  project      text  null = the payment is to a package
--   $4  package      text
-- Amounts are whole yuan; before = what it gives there now, null = nothing; others = what it gives elsewhere; shared = what of
-- it the package has shared out.
SELECT kind, status, amount_yuan AS "amountYuan", level,
  CASE WHEN $3::text IS NULL
    THEN (SELECT amount_yuan FROM funding_to_package WHERE district_id = $1 AND funding = $2 AND package = $4)
    ELSE (SELECT amount_yuan FROM funding_to_project WHERE district_id = $1 AND funding = $2 AND project_id = $3)
  END AS before,
  (SELECT coalesce(sum(amount_yuan), 0) FROM funding_to_project
   WHERE district_id = $1 AND funding = $2 AND project_id IS DISTINCT FROM $3)
  + (SELECT coalesce(sum(amount_yuan), 0) FROM funding_to_package
     WHERE district_id = $1 AND funding = $2 AND package IS DISTINCT FROM $4) AS others,
  (SELECT coalesce(sum(amount_yuan), 0) FROM funding_share WHERE district_id = $1 AND funding = $2 AND package = $4) AS shared
FROM funding
WHERE district_id = $1 AND id = $2;
