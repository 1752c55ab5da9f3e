-- The indicators of an edition in their order; no row where there is no such edition.
--   $1  edition  text
SELECT code, dimension, aspect, tag, name_zh AS "nameZh", name_en AS "nameEn", unit, direction, threshold, measure, categories,
  definition, parameter, computability, basis_zh AS "basisZh", basis_en AS "basisEn", clause, status, source
FROM health_indicator WHERE edition = $1 ORDER BY ordinal;
