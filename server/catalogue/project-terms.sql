-- The words of the project pool, the core tasks among them, in the order in which a reader meets them.
SELECT kind, code, name_zh AS "nameZh", name_en AS "nameEn", edition, status, source
FROM (
  SELECT kind, code, ordinal, name_zh, name_en, edition, status, source FROM project_term
  UNION ALL
  SELECT 'task', code, ordinal, name_zh, name_en, NULL, status, source FROM project_task
) terms
ORDER BY kind, ordinal;
