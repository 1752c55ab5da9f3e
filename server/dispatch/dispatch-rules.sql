-- The rules that give lights, in their order, without the scope.
SELECT rule, light, test, stages, limit_value AS "limit", text_zh AS "textZh", text_en AS "textEn", jurisdiction, clause,
  source, status AS "clauseStatus"
FROM dispatch_rule WHERE light IS NOT NULL ORDER BY ordinal;
