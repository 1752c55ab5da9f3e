-- The words of the project pool in the order in which a reader meets them.
SELECT kind, code, name_zh AS "nameZh", name_en AS "nameEn", status, source
FROM project_term
ORDER BY kind, ordinal;
