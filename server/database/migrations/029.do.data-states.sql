-- What is live of every district: its base dataset, its last data version, and the last one that changed the ground (0 = none).
-- Asked with every question to an analysis; in plpgsql, whose plan is kept: the embedded database takes longer to plan it than to run it.
CREATE FUNCTION data_states() RETURNS TABLE (district_id text, dataset_id integer, data_version bigint, ground_version bigint)
LANGUAGE plpgsql STABLE ROWS 5 AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT district_id, id,
    (SELECT coalesce(max(id), 0) FROM data_version WHERE district_id = dataset.district_id),
    (SELECT coalesce(max(id), 0) FROM data_version WHERE district_id = dataset.district_id AND changes_ground)
  FROM dataset WHERE kind = 'base' AND status = 'live';
END
$$;
