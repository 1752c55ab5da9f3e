-- The rules of conflicts of projects as the standards have them, in their order, and whether the district has any control zone.
--   $1  district_id  text
SELECT rule, test, limit_value AS "limit", years, codes, except_stages AS "exceptStages", text_zh AS "textZh",
  text_en AS "textEn", jurisdiction, as_of AS "asOf", clause, source, status AS "clauseStatus",
  EXISTS (SELECT FROM control_zone WHERE district_id = $1) AS "controlZonesKnown"
FROM project_conflict_rule
ORDER BY ordinal;
