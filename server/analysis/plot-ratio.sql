-- Floor area and footprint of an area by use, and how much footprint has unknown floors.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]           the buildings inside
--   $4  shares       double precision[]  of each footprint inside, (0, 1]
-- Weighted by the share, m². "gfaAboveSqm" null: no building of the use has known floors. Uses the key (dataset_id, ordinal).
SELECT use AS "use", sum(share) AS "buildings", sum(share * footprint_sqm) AS "footprintSqm",
  sum(share * gfa_above_sqm) AS "gfaAboveSqm",
  coalesce(sum(share * footprint_sqm) FILTER (WHERE floors_above IS NULL), 0) AS "missingFootprintSqm"
FROM unnest($3::integer[], $4::double precision[]) AS part (ordinal, share)
JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
GROUP BY use;
