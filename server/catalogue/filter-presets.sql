-- The questions by conditions that are asked often, in the order in which they are offered.
SELECT name, title_zh AS "titleZh", title_en AS "titleEn", conditions, headline, source
FROM filter_preset
ORDER BY ordinal;
