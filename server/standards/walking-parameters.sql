-- The walking parameters in force, with what of them was edited here.
SELECT name, value, unit, minimum, maximum, used, source, source_en AS "sourceEn", status,
  (SELECT jsonb_build_object('shipped', shipped, 'actorId', actor_id,
      'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
    FROM walking_edit WHERE kind = 'walking-parameter' AND id = name) AS "edit"
FROM walking_parameter
ORDER BY used, name;
