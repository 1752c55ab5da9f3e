-- Sets by when so many households of a plot shall have come to a stage.
--   $1  district_id  text
--   $2  plot         text
--   $3  stage        text
--   $4  starts_on    date
--   $5  due_on       date
--   $6  households   integer
INSERT INTO signing_target (district_id, plot, stage, starts_on, due_on, households)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (district_id, plot, stage)
DO UPDATE SET starts_on = EXCLUDED.starts_on, due_on = EXCLUDED.due_on, households = EXCLUDED.households;
