-- Plans of a district that pass all filters, a page after the other, the highest kind first.
--   $1  district_id  text
--   $2  levels       text[]    who asks may see
--   $3  ids          text[]    null = all plans
--   $4  kind         text
--   $5  parent       text      id of the plan they stand directly under
--   $6  pattern      text      for ILIKE on names and file number, wildcards escaped
--   $7  limit        integer
--   $8  offset       integer
-- A filter that is null is passed by all. extent is west, south, east, north in degrees: of its own area, else of its zone,
-- else of the projects that point to it; null = unknown. total counts the plans of all pages.
SELECT plan.id, plan.kind, plan.name_zh AS "nameZh", plan.name_en AS "nameEn", plan.parent, plan.zone,
  plan.file_number AS "fileNumber", plan.approved_by AS "approvedBy", plan.approved_on AS "approvedOn",
  plan.period_start AS "periodStart", plan.period_end AS "periodEnd", plan.source,
  CASE WHEN place.box IS NOT NULL
    THEN ARRAY[ST_XMin(place.box), ST_YMin(place.box), ST_XMax(place.box), ST_YMax(place.box)] END AS extent,
  below.plans AS children, pointing.projects, (count(*) OVER ())::int AS total
FROM plan_document plan
LEFT JOIN zone ON zone.district_id = plan.district_id AND zone.id = plan.zone AND zone.level = ANY ($2)
CROSS JOIN LATERAL (
  SELECT count(*)::int AS plans FROM plan_document child
  WHERE child.district_id = $1 AND child.parent = plan.id AND child.level = ANY ($2)
) below
CROSS JOIN LATERAL (
  SELECT count(*)::int AS projects, ST_Extent(project.geom) AS box
  FROM project_state state
  JOIN project ON project.district_id = $1 AND project.id = state.project_id AND project.level = ANY ($2)
  WHERE state.district_id = $1 AND state.plan_document = plan.id
) pointing
CROSS JOIN LATERAL (SELECT coalesce(Box2D(plan.geom), Box2D(zone.geom), pointing.box) AS box) place
WHERE plan.district_id = $1 AND plan.level = ANY ($2) AND ($3::text[] IS NULL OR plan.id = ANY ($3))
  AND ($4::text IS NULL OR plan.kind = $4) AND ($5::text IS NULL OR plan.parent = $5)
  AND ($6::text IS NULL OR plan.name_zh ILIKE $6 OR plan.name_en ILIKE $6 OR plan.file_number ILIKE $6)
ORDER BY array_position(ARRAY['special-plan', 'area-scheme', 'implementation-plan'], plan.kind), plan.id
LIMIT $7 OFFSET $8;
