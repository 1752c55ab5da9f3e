-- The edges of a dataset's walking network that have hours or a fare, and how many carriers have no hours.
--   $1  district_id  text
--   $2  dataset_id   integer
-- "edges" is a list by ordinal; "line" tells pieces of one line: its name, else its id in the source. "at" is lon, lat of
-- the middle, EPSG:4326. "carriersWithoutHours" counts escalators, lifts and cableways. Reads the whole network, so it is
-- asked once per data version.
SELECT coalesce(jsonb_agg(jsonb_build_object(
    'ordinal', ordinal, 'kind', kind, 'nameZh', name_zh, 'nameEn', name_en, 'openHours', open_hours, 'fare', fare,
    'line', coalesce(name_zh, source_id, id),
    'at', jsonb_build_array(ST_X(middle), ST_Y(middle))) ORDER BY ordinal)
    FILTER (WHERE open_hours IS NOT NULL OR fare IS NOT NULL), '[]') AS "edges",
  (count(*) FILTER (WHERE open_hours IS NULL AND kind IN ('escalator', 'lift', 'cableway')))::int AS "carriersWithoutHours"
FROM (
  SELECT ordinal, id, source_id, kind, name_zh, name_en, open_hours, fare, ST_LineInterpolatePoint(geom, 0.5) AS middle
  FROM store.walk_edge
  WHERE district_id = $1 AND dataset_id = $2
    AND (open_hours IS NOT NULL OR fare IS NOT NULL OR kind IN ('escalator', 'lift', 'cableway'))
) edge;
