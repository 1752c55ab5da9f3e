-- The definitions of radius coverage an analysis offers, in their order, each with its radii from the smallest places up.
--   $1  analysis  text
-- Areas in m², both ends inclusive, null = no bound; radii in metres.
SELECT id, title_zh AS "titleZh", title_en AS "titleEn", edition, clause, status, source, source_en AS "sourceEn",
  note, note_en AS "noteEn", supply, categories, land,
  measured_from AS "measuredFrom", ARRAY[]::integer[] AS "tiers",
  (SELECT jsonb_agg(jsonb_build_object('areaSqmMin', area_sqm_min, 'areaSqmMax', area_sqm_max, 'radiusM', radius_m)
      ORDER BY area_sqm_min NULLS FIRST)
    FROM coverage_radius WHERE coverage_radius.definition = coverage_definition.id) AS "radii"
FROM coverage_definition
WHERE analysis = $1
ORDER BY ordinal;
