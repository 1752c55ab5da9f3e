-- What the guards of a project ask of the record; no row where there is no such project to be seen.
--   $1  district_id  text
--   $2  levels       text[]  who asks may see
--   $3  project      text    id
-- A building belongs to the project that its point on surface lies in. Areas are in square metres; overlapSqm is null for a
-- project that is a point or a line. Such a one is taken to reach as far as its guard says (stage_guard.reach_m, m), and what is
-- found so is not certain: control zones tell how far away they are, sharing projects whether both are drawn as areas. What the safety archive says of the disposition of a building (一楼一策) goes before the
-- map, for readers of what is internal. Null counts are never read as zero: what is unknown is counted beside. The bottom lines of
-- demolition are asked of the project and of all projects under its area scheme, so that none is cut up to stay below them.
WITH asked AS (
  SELECT project.*, state.paused_from, state.plan_document
  FROM project
  LEFT JOIN project_state state ON state.district_id = project.district_id AND state.project_id = project.id
  WHERE project.district_id = $1 AND project.id = $3 AND project.level = ANY ($2)
),
scheme AS (
  SELECT above.id
  FROM asked
  JOIN plan_document own ON own.district_id = $1 AND own.id = asked.plan_document
  JOIN plan_document above ON above.district_id = $1 AND above.id = own.parent AND above.kind = 'area-scheme'
),
-- the project itself, and those under its scheme that have not left the pool and follow no policy that lifts the limits
grounds AS (
  SELECT 'project' AS of, asked.id, asked.geom FROM asked
  UNION ALL
  SELECT 'scheme', sibling.id, sibling.geom
  FROM scheme
  JOIN plan_document own ON own.district_id = $1 AND own.parent = scheme.id
  JOIN project_state state ON state.district_id = $1 AND state.plan_document = own.id
  JOIN project sibling ON sibling.district_id = $1 AND sibling.id = state.project_id AND sibling.level = ANY ($2)
    AND (sibling.stage IS DISTINCT FROM '出库' OR sibling.id = $3)
  WHERE sibling.id = $3 OR NOT EXISTS (
    SELECT FROM project_works works
    JOIN policy_track track ON track.code = works.policy_track AND track.category = ANY (sibling.categories)
    WHERE works.district_id = $1 AND works.project_id = sibling.id AND track.tests <> '{}')
),
-- a building in two projects of a scheme is one
standing AS (
  SELECT DISTINCT grounds.of, building.id, building.estate, gfa_above_sqm,
    coalesce(archive.disposition, building.disposition) AS disposition, heritage
  FROM grounds
  JOIN building ON building.district_id = $1 AND building.geom && grounds.geom AND building.level = ANY ($2) AND in_sums
    AND ST_Contains(grounds.geom, ST_PointOnSurface(building.geom))
  LEFT JOIN safety_file archive ON 'internal' = ANY ($2) AND archive.district_id = $1 AND archive.building_id = building.id
),
inside AS (
  SELECT * FROM standing WHERE of = 'project'
),
built AS (
  SELECT standing.of, jsonb_build_object(
    'count', count(*), 'gfaSqm', coalesce(sum(gfa_above_sqm), 0), 'gfaUnknown', count(*) FILTER (WHERE gfa_above_sqm IS NULL),
    'demolished', count(*) FILTER (WHERE disposition = 'demolish'),
    'demolishedSqm', coalesce(sum(gfa_above_sqm) FILTER (WHERE disposition = 'demolish'), 0),
    'undecided', count(*) FILTER (WHERE disposition IS NULL),
    'undecidedSqm', coalesce(sum(gfa_above_sqm) FILTER (WHERE disposition IS NULL), 0),
    'heritageDemolished', count(*) FILTER (WHERE disposition = 'demolish' AND heritage),
    'heritageUnknown', count(*) FILTER (WHERE disposition = 'demolish' AND heritage IS NULL)) AS facts
  FROM standing GROUP BY standing.of
),
-- sums of what projects told; null where one of them did not
told AS (
  SELECT grounds.of, jsonb_build_object('projects', count(*), 'undrawn', count(*) FILTER (WHERE ST_Dimension(grounds.geom) < 2),
    'untold', count(*) FILTER (WHERE works.new_sqm IS NULL),
    'newSqm', sum(works.new_sqm), 'exemptNewSqm', coalesce(sum(works.exempt_new_sqm), 0),
    'exemptDemolishedSqm', coalesce(sum(works.exempt_demolished_sqm), 0),
    'relocatedUntold', count(*) FILTER (WHERE works.relocated_households IS NULL),
    'relocatedHouseholds', sum(works.relocated_households), 'rehousedHouseholds', sum(works.rehoused_households)) AS facts
  FROM grounds
  LEFT JOIN project_works works ON works.district_id = $1 AND works.project_id = grounds.id
  GROUP BY grounds.of
),
reach AS MATERIALIZED (
  SELECT max(reach_m) FILTER (WHERE guard = 'duplicate-funding') AS of_money,
    max(reach_m) FILTER (WHERE guard IN ('heritage-survey', 'protection-overlap')) AS of_zones
  FROM stage_guard
),
-- the buildings of the project, or near it where it is no area
own AS MATERIALIZED (
  SELECT id, estate FROM inside
  UNION
  SELECT building.id, building.estate
  FROM (SELECT ST_Buffer(geom::geography, of_money)::geometry AS geom FROM asked, reach WHERE ST_Dimension(geom) < 2) grown
  JOIN building ON building.district_id = $1 AND building.geom && grown.geom AND building.level = ANY ($2) AND in_sums
    AND ST_Intersects(building.geom, grown.geom)
),
-- these, and all others of their estates
shared AS MATERIALIZED (
  SELECT building.id, building.geom, ST_PointOnSurface(building.geom) AS place
  FROM building
  WHERE building.district_id = $1 AND building.level = ANY ($2)
    AND (building.id IN (SELECT id FROM own) OR building.estate IN (SELECT estate FROM own))
),
-- other projects that are a point or a line beside them
beside AS MATERIALIZED (
  SELECT other.id, ST_Buffer(other.geom::geography, of_money)::geometry AS geom
  FROM (
    SELECT of_money, ST_Buffer(ST_SetSRID(ST_Extent(shared.geom)::geometry, 4326)::geography, of_money)::geometry AS geom
    FROM shared, reach GROUP BY of_money
  ) around
  JOIN project other ON other.district_id = $1 AND other.geom && around.geom AND ST_Dimension(other.geom) < 2
),
meeting AS (
  SELECT shared.id AS building, other.id AS project
  FROM shared JOIN project other ON other.district_id = $1 AND ST_Contains(other.geom, shared.place)
  UNION
  SELECT shared.id, beside.id FROM shared JOIN beside ON ST_Intersects(beside.geom, shared.geom)
),
touched AS (
  SELECT control.kind, control.name_zh AS "nameZh", control.name_en AS "nameEn",
    CASE WHEN ST_Intersects(control.geom, asked.geom) THEN 0
      ELSE ST_Distance(control.geom::geography, asked.geom::geography) END AS "awayM",
    CASE WHEN ST_Dimension(asked.geom) = 2
      THEN area_sqm(polygonal(clip_shape(polygonal(asked.geom), control.geom))) END AS "overlapSqm"
  FROM asked
  CROSS JOIN LATERAL (
    SELECT CASE WHEN ST_Dimension(asked.geom) = 2 OR of_zones IS NULL THEN asked.geom
      ELSE ST_Buffer(asked.geom::geography, of_zones)::geometry END AS geom
    FROM reach
  ) grown
  JOIN control_zone control ON control.district_id = $1 AND control.level = ANY ($2)
    AND ST_Intersects(control.geom, grown.geom)
),
others AS (
  SELECT other.id, other.name_zh AS "nameZh", other.name_en AS "nameEn",
    project_amounts($1, other.id, $2, other.amounts) AS amounts,
    count(*) FILTER (WHERE meeting.building IN (SELECT id FROM own))::int AS buildings,
    ST_Dimension(other.geom) = 2 AND (SELECT ST_Dimension(geom) = 2 FROM asked) AS certain
  FROM meeting
  JOIN project other ON other.district_id = $1 AND other.id = meeting.project AND other.level = ANY ($2) AND other.id <> $3
    AND other.stage IS DISTINCT FROM '出库'
  GROUP BY other.id, other.name_zh, other.name_en, other.amounts, other.geom
)
SELECT asked.stage, asked.paused_from AS "pausedFrom", asked.categories, ST_Dimension(asked.geom) = 2 AS "isArea",
  project_amounts($1, $3, $2, asked.amounts) AS amounts, asked.plan_document AS "planDocument",
  (SELECT jsonb_object_agg(told.of, told.facts || coalesce(built.facts, '{"count": 0}')) FROM told LEFT JOIN built USING (of)) AS grounds,
  coalesce((SELECT jsonb_build_object('unit', unit, 'implementer', implementer, 'leader', leader, 'from', 'named', 'dated', named_on)
    FROM project_responsibility WHERE district_id = $1 AND project_id = $3 AND coalesce(unit, implementer, leader) IS NOT NULL),
    (SELECT jsonb_build_object('unit', unit, 'implementer', implementer, 'leader', leader, 'from', 'dispatch', 'dated', month)
     FROM dispatch_return WHERE district_id = $1 AND project_id = $3 AND level = ANY ($2)
     ORDER BY month DESC LIMIT 1),
    '{"unit": null, "implementer": null, "leader": null, "from": null, "dated": null}') AS answering,
  (SELECT jsonb_build_object('newSqm', new_sqm, 'exemptNewSqm', exempt_new_sqm, 'exemptDemolishedSqm', exempt_demolished_sqm,
     'exemptBasis', exempt_basis, 'relocatedHouseholds', relocated_households, 'rehousedHouseholds', rehoused_households,
     'policyTrack', policy_track, 'basis', basis, 'dated', dated)
   FROM project_works WHERE district_id = $1 AND project_id = $3) AS works,
  EXISTS (SELECT FROM control_zone WHERE district_id = $1) AS "controlZonesKnown",
  (SELECT coalesce(jsonb_agg(touched), '[]') FROM touched) AS "controlZones",
  (SELECT coalesce(jsonb_agg(others), '[]') FROM others) AS "sharing",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', evidence.kind, 'heldOn', held_on, 'passed', passed, 'signed', adviser IS NOT NULL,
      'meets', ST_Intersects(zone.geom, asked.geom)) ORDER BY held_on), '[]')
   FROM project_evidence evidence
   LEFT JOIN zone ON zone.district_id = $1 AND zone.id = evidence.zone
   WHERE evidence.district_id = $1 AND evidence.project_id = $3) AS evidence,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('title', title, 'asOf', as_of,
      'meets', ST_Intersects(coalesce(finding.geom, zone.geom), asked.geom), 'outcome', last.outcome) ORDER BY as_of, finding.id), '[]')
   FROM finding_project link
   JOIN finding ON finding.district_id = $1 AND finding.id = link.finding AND finding.source = 'health-check'
     AND finding.level = ANY ($2)
   LEFT JOIN zone ON zone.district_id = $1 AND zone.id = finding.zone
   LEFT JOIN LATERAL (
     SELECT outcome FROM finding_recheck recheck WHERE recheck.district_id = $1 AND recheck.finding = finding.id
       AND checked_on >= link.linked_on
     ORDER BY checked_on DESC, version DESC LIMIT 1
   ) last ON true
   WHERE link.district_id = $1 AND link.project_id = $3) AS findings,
  (SELECT count(*)::int
   FROM finding_project link
   JOIN finding ON finding.district_id = $1 AND finding.id = link.finding AND finding.source <> 'health-check'
     AND finding.level = ANY ($2)
   WHERE link.district_id = $1 AND link.project_id = $3) AS "otherFindings",
  (SELECT min(id) FROM zone WHERE district_id = $1 AND kind = 'district') AS city,
  (SELECT coalesce(jsonb_agg(told), '[]')
   FROM (
     SELECT DISTINCT ON (rule.code) rule.code AS rule, value, entered.as_of AS "asOf", told_by AS "toldBy"
     FROM project_list_rule rule
     JOIN indicator_value entered ON entered.district_id = $1 AND entered.level = ANY ($2) AND entered.edition = rule.edition
       AND entered.indicator = rule.indicator
     JOIN zone ON zone.district_id = $1 AND zone.id = entered.zone AND zone.kind = 'district'
     ORDER BY rule.code, entered.as_of DESC, entered.version DESC
   ) told) AS monitored
FROM asked;
