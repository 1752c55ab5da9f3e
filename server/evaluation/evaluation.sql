-- The indicators a project was to move, with every reading since; targets set here, then the findings it takes up.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  project      text
-- Values are in the unit of the indicator; extent is west, south, east, north in degrees. A finding tells its value before, and
-- the threshold of the standard as what is to be reached.
WITH target AS (
  SELECT edition, indicator, zone, NULL::text AS finding, NULL::geometry AS shape, before_value, before_on::text AS before_on,
    target_value, target_year::int AS target_year, basis,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('readOn', read_on, 'value', value, 'reason', reason, 'toldBy', told_by,
        'measuredVersion', measured_version) ORDER BY reading.version), '[]')
     FROM project_reading reading
     WHERE reading.district_id = $1 AND reading.project_id = $3 AND reading.edition = own.edition
       AND reading.indicator = own.indicator AND reading.zone = own.zone) AS readings
  FROM project_target own
  WHERE district_id = $1 AND project_id = $3 AND level = ANY ($2)
  UNION ALL
  SELECT edition, indicator, zone, finding.id, finding.geom, value, as_of::text, threshold, NULL, NULL,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('readOn', checked_on, 'value', value, 'reason', reason, 'toldBy', told_by,
        'measuredVersion', measured_version) ORDER BY checked_on, recheck.version), '[]')
     FROM finding_recheck recheck
     WHERE recheck.district_id = $1 AND recheck.finding = finding.id AND checked_on >= link.linked_on)
  FROM finding_project link
  JOIN finding ON finding.district_id = $1 AND finding.id = link.finding AND finding.level = ANY ($2) AND indicator IS NOT NULL
  WHERE link.district_id = $1 AND link.project_id = $3
)
SELECT target.edition, target.indicator, zone.id AS zone, zone.name_zh AS "zoneZh", zone.name_en AS "zoneEn",
  CASE WHEN place.box IS NOT NULL
    THEN ARRAY[ST_XMin(place.box), ST_YMin(place.box), ST_XMax(place.box), ST_YMax(place.box)] END AS extent,
  known.name_zh AS "nameZh", known.name_en AS "nameEn", known.unit, known.direction, known.computability, finding,
  before_value AS "beforeValue", before_on AS "beforeOn", target_value AS "targetValue", target_year AS "targetYear", basis,
  readings
FROM target
JOIN health_indicator known ON known.edition = target.edition AND known.code = target.indicator
LEFT JOIN zone ON zone.district_id = $1 AND zone.id = target.zone AND zone.level = ANY ($2)
CROSS JOIN LATERAL (SELECT coalesce(Box2D(target.shape), Box2D(zone.geom)) AS box) place
ORDER BY finding NULLS FIRST, known.ordinal, target.zone;
