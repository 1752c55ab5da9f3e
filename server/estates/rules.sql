-- The figures the rules of estates rest on, in their order.
SELECT rule, value, per, name_zh AS "nameZh", name_en AS "nameEn", jurisdiction, as_of AS "asOf", clause, source,
  status AS "clauseStatus"
FROM estate_rule
ORDER BY ordinal;
