-- What a scorecard weighs, in its order.
SELECT item, measure, weight, name_zh AS "nameZh", name_en AS "nameEn", basis_zh AS "basisZh", basis_en AS "basisEn",
  jurisdiction, as_of AS "asOf", clause, source, status AS "clauseStatus"
FROM scorecard_item ORDER BY ordinal;
