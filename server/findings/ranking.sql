-- The zones of a kind by the latest value known of an indicator, the worst first; those of which none is known come last.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  edition      text
--   $4  indicator    text     code
--   $5  kind         text     of the zones
--   $6  is_higher    boolean  whether a higher value is better
-- Known is what was told, measured for a finding or measured again. rank is shared by equal values.
WITH known AS (
  SELECT zone, 'entered' AS kind, as_of, value, told_by, version AS at FROM indicator_value
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND edition = $3 AND indicator = $4
  UNION ALL
  SELECT zone, 'finding', as_of, value, NULL, measured_version FROM finding
  WHERE district_id = $1 AND level = ANY ($2::text[]) AND edition = $3 AND indicator = $4 AND measured_version IS NOT NULL
  UNION ALL
  SELECT zone, 'recheck', checked_on, recheck.value, NULL, recheck.version
  FROM finding JOIN finding_recheck recheck ON recheck.district_id = $1 AND recheck.finding = finding.id
  WHERE finding.district_id = $1 AND level = ANY ($2::text[]) AND edition = $3 AND indicator = $4
    AND recheck.measured_version IS NOT NULL
), latest AS (
  SELECT DISTINCT ON (zone) * FROM known WHERE value IS NOT NULL AND zone IS NOT NULL ORDER BY zone, as_of DESC, at DESC
)
SELECT CASE WHEN latest.value IS NOT NULL
    THEN (rank() OVER (ORDER BY CASE WHEN $6 THEN latest.value ELSE -latest.value END NULLS LAST))::int END AS rank,
  zone.id AS zone, name_zh AS "nameZh", name_en AS "nameEn", latest.value, latest.as_of AS "asOf", latest.told_by AS "toldBy",
  latest.kind
FROM zone
LEFT JOIN latest ON latest.zone = zone.id
WHERE zone.district_id = $1 AND zone.kind = $5 AND zone.level = ANY ($2::text[])
ORDER BY rank NULLS LAST, name_zh, zone.id
LIMIT 500;
