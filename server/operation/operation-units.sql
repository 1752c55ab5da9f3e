-- What projects hold once they are let and run: the units that pass all filters, a page after the other, and sums over all pages.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
--   $3  id           text     null = all, as the three after it
--   $4  project      text
--   $5  kind         text
--   $6  state        text     run | closed
--   $7  limit        integer
--   $8  offset       integer
--   $9  hidden       text[]   fields who asks is not told
-- Areas in m², rent in yuan a m² and month. Sums are over what is run; a unit whose area or let area is not known is in none of
-- occupancy. What was written of a hidden field is left out of the changes.
WITH found AS (
  SELECT unit.*, project.name_zh AS project_zh, project.name_en AS project_en, coalesce(kind.scene, false) AS scene,
    let_sqm / area_sqm AS occupancy, closed_on IS NULL AS is_run
  FROM operation_unit unit
  JOIN project ON project.district_id = $1 AND project.id = unit.project_id AND project.level = ANY ($2)
  LEFT JOIN operation_kind kind ON kind.code = unit.kind
  WHERE unit.district_id = $1 AND unit.level = ANY ($2) AND ($3::text IS NULL OR unit.id = $3)
    AND ($4::text IS NULL OR unit.project_id = $4) AND ($5::text IS NULL OR unit.kind = $5)
    AND ($6::text IS NULL OR ($6 = 'closed') = (closed_on IS NOT NULL))
),
page AS (
  SELECT *, row_number() OVER (ORDER BY project_id COLLATE "C", closed_on IS NOT NULL, name_zh, id) AS rank FROM found
  ORDER BY rank LIMIT $7 OFFSET $8
),
told AS (
  SELECT rank, jsonb_build_object('rentYuan', rent_yuan, 'contractFrom', contract_from, 'contractTo', contract_to, 'contractNote', contract_note)
    || jsonb_build_object('id', page.id, 'project', jsonb_build_object('id', project_id, 'nameZh', project_zh, 'nameEn', project_en),
      'nameZh', name_zh, 'nameEn', name_en, 'kind', kind, 'areaSqm', area_sqm, 'letSqm', let_sqm, 'operator', operator,
      'openedOn', opened_on, 'closedOn', closed_on, 'asOf', as_of, 'source', source, 'occupancy', occupancy, 'scene', scene,
      'invented', invented, 'changes', written.list) AS item
  FROM page
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('version', change.version,
        'at', to_char(version.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'actor', actor_id, 'reason', note,
        'entity', layer, 'id', feature_id, 'before', before - $9::text[], 'after', after - $9::text[]) ORDER BY change.version DESC), '[]') AS list
    FROM change JOIN data_version version ON version.id = change.version
    WHERE change.district_id = $1 AND layer = 'operation-unit' AND feature_id = page.project_id || '/' || page.id
      -- that only what is hidden was written is not told either
      AND (before IS NULL OR before - $9::text[] <> after - $9::text[])
  ) written
)
SELECT (SELECT count(*)::int FROM found) AS total,
  (SELECT coalesce(jsonb_agg(item || (SELECT coalesce(jsonb_object_agg(name, NULL), '{}') FROM unnest($9::text[]) name) ORDER BY rank), '[]')
   FROM told) AS items,
  (SELECT jsonb_build_object('units', count(*), 'projects', count(DISTINCT project_id), 'scenes', count(*) FILTER (WHERE scene),
     'areaSqm', sum(area_sqm), 'letSqm', sum(let_sqm),
     'occupancy', sum(let_sqm) FILTER (WHERE occupancy IS NOT NULL) / sum(area_sqm) FILTER (WHERE occupancy IS NOT NULL),
     'occupancyUnknown', count(*) FILTER (WHERE occupancy IS NULL),
     'rentYuan', sum(rent_yuan * let_sqm) / nullif(sum(let_sqm) FILTER (WHERE rent_yuan IS NOT NULL), 0),
     'rentUnknown', count(*) FILTER (WHERE rent_yuan IS NULL OR let_sqm IS NULL))
     || CASE WHEN 'rentYuan' = ANY ($9) THEN '{"rentYuan": null, "rentUnknown": null}' ELSE '{}' END::jsonb
   FROM found WHERE is_run) AS sums,
  (SELECT jsonb_agg(jsonb_build_object('code', code, 'nameZh', name_zh, 'nameEn', name_en, 'scene', scene, 'jurisdiction', jurisdiction,
     'asOf', as_of, 'clause', clause, 'source', source, 'clauseStatus', status) ORDER BY ordinal) FROM operation_kind) AS kinds;
