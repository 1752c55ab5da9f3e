-- Writes households of a plot whole, in place of those of their ids.
--   $1  district_id  text
--   $2  plot         text
--   $3  households   jsonb  array of {id, number, kind, areaSqm, tenure, team, note, stages}
INSERT INTO household (district_id, plot, id, number, kind, area_sqm, tenure, team, note, stages)
SELECT $1, $2, id, number, kind, "areaSqm", tenure, team, note, stages
FROM jsonb_to_recordset($3::jsonb) AS given (id text, number text, kind text, "areaSqm" double precision, tenure text,
  team text, note text, stages jsonb)
ON CONFLICT (district_id, id) DO UPDATE SET number = EXCLUDED.number, kind = EXCLUDED.kind, area_sqm = EXCLUDED.area_sqm,
  tenure = EXCLUDED.tenure, team = EXCLUDED.team, note = EXCLUDED.note, stages = EXCLUDED.stages;
