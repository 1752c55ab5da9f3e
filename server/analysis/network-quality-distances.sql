-- How far facilities lie from the walking network.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ids          text[]  facilities of the dataset
-- Metres on the ellipsoid to the nearest of the 8 edges nearest in degrees; NULL where there is no edge. Uses walk_edge_geom.
SELECT facility.id, min(ST_Distance(facility.geom::geography, near.geom::geography)) AS "distanceM"
FROM store.facility
LEFT JOIN LATERAL (
  SELECT geom FROM store.walk_edge edge WHERE edge.district_id = $1 AND edge.dataset_id = $2
  ORDER BY edge.geom <-> facility.geom LIMIT 8
) near ON true
WHERE facility.district_id = $1 AND facility.dataset_id = $2 AND facility.id = ANY ($3::text[])
GROUP BY facility.id;
