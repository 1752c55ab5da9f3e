-- The state machine as it stands in the standards: moves, guards, the two lists and the policy tracks, each in its order.
SELECT
  (SELECT jsonb_agg(jsonb_build_object('from', from_stage, 'to', to_stage, 'kind', kind) ORDER BY ordinal)
   FROM stage_move) AS moves,
  (SELECT jsonb_agg(jsonb_build_object('guard', guard, 'stages', stages, 'nameZh', name_zh, 'nameEn', name_en,
      'requireZh', require_zh, 'requireEn', require_en, 'codes', codes, 'limit', limit_value, 'reach', reach_m, 'jurisdiction', jurisdiction,
      'asOf', as_of, 'clause', clause, 'source', source, 'clauseStatus', status) ORDER BY ordinal)
   FROM stage_guard) AS guards,
  (SELECT jsonb_agg(jsonb_build_object('code', code, 'list', list, 'test', test, 'categories', categories,
      'limit', limit_value, 'edition', edition, 'indicator', indicator, 'textZh', text_zh, 'textEn', text_en,
      'jurisdiction', jurisdiction, 'asOf', as_of, 'clause', clause, 'source', source, 'clauseStatus', status) ORDER BY ordinal)
   FROM project_list_rule) AS rules,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('code', code, 'category', category, 'nameZh', name_zh, 'nameEn', name_en,
      'tests', tests, 'textZh', text_zh, 'textEn', text_en, 'jurisdiction', jurisdiction, 'asOf', as_of, 'clause', clause,
      'source', source, 'clauseStatus', status) ORDER BY ordinal), '[]')
   FROM policy_track) AS tracks,
  (SELECT jsonb_agg(jsonb_build_object('code', code, 'edition', edition) ORDER BY ordinal)
   FROM project_term WHERE kind = 'category') AS categories;
