-- How many households of each kind had come to each stage by each day on which one did, in place of what stood there.
--   $1  district_id  text
--   $2  plot         text
WITH reached AS (
  SELECT kind, area_sqm, stage.key AS stage, stage.value::date AS reached_on
  FROM household, jsonb_each_text(stages) stage
  WHERE district_id = $1 AND plot = $2
),
day AS (SELECT DISTINCT stage, reached_on FROM reached),
kinds AS (SELECT DISTINCT kind FROM household WHERE district_id = $1 AND plot = $2)
INSERT INTO signing_count (district_id, plot, stage, kind, counted_on, households, area_sqm)
SELECT $1, $2, day.stage, kinds.kind, day.reached_on, count(reached.stage),
  CASE WHEN count(reached.stage) = count(reached.area_sqm) THEN coalesce(sum(reached.area_sqm), 0) END
FROM day
CROSS JOIN kinds
LEFT JOIN reached ON reached.stage = day.stage AND reached.kind = kinds.kind AND reached.reached_on <= day.reached_on
GROUP BY day.stage, day.reached_on, kinds.kind;
