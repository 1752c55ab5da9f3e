-- The rows consent and signing are judged by.
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('purpose', purpose, 'code', code, 'counted', counted, 'within', within,
     'nameZh', name_zh, 'nameEn', name_en) ORDER BY purpose, ordinal), '[]') FROM signing_stage) AS stages,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('purpose', purpose, 'stage', stage, 'base', base, 'measure', measure,
     'numerator', numerator, 'denominator', denominator, 'inclusive', inclusive, 'jurisdiction', jurisdiction, 'asOf', as_of,
     'clause', clause, 'source', source, 'clauseStatus', status) ORDER BY purpose, ordinal), '[]')
   FROM consent_threshold) AS thresholds;
