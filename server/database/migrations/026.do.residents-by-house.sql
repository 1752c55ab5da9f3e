-- Whether it is known who lives in which building of a dataset. A total that was spread over buildings of which many are not in
-- the data puts everybody of the missing ones into those that happen to be mapped: the total holds, where its people live is
-- not known. Asked wherever residents of buildings are read; NULL: no such dataset.
CREATE FUNCTION knows_residents_by_house(asked integer) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT completeness @> '{"building": "partial", "population": "partial"}' FROM dataset WHERE id = asked
$$;
