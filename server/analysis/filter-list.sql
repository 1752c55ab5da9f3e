-- A page of some buildings of a dataset, sorted.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ordinals     integer[]  the buildings
--   $4  sort         text       a field of the contract; what is not known comes last, equal ones by id
--   $5  descending   boolean
--   $6  limit        integer
--   $7  offset       integer
--   $8  levels       text[]     who asks may see, for the names of estates
-- extent is west, south, east, north in degrees, EPSG:4326. Texts are sorted by code point, so that every database sorts
-- alike. Uses the key (dataset_id, ordinal).
WITH listed AS (
  SELECT building.*, CASE WHEN (SELECT knows_residents_by_house($2)) THEN residents END AS people,
    array_position(ARRAY['yearBuilt', 'floorsAbove', 'heightM', 'footprintSqm', 'gfaAboveSqm', 'dwellings', 'residents'], $4::text) AS number_at,
    array_position(ARRAY['use', 'structure', 'safetyGrade', 'disposition'], $4::text) AS text_at
  FROM unnest($3::integer[]) AS part (ordinal)
  JOIN store.building ON district_id = $1 AND dataset_id = $2 AND building.ordinal = part.ordinal
), keyed AS (
  SELECT listed.*,
    (ARRAY[year_built, floors_above, height_m, footprint_sqm, gfa_above_sqm, dwellings, people]::double precision[])[number_at] AS number_key,
    (ARRAY[nullif(use, 'unknown'), structure, safety_grade, disposition])[text_at] COLLATE "C" AS text_key
  FROM listed
), page AS (
  SELECT *, row_number() OVER (ORDER BY (number_key IS NULL AND text_key IS NULL),
    CASE WHEN $5::boolean THEN -number_key ELSE number_key END,
    CASE WHEN NOT $5::boolean THEN text_key END, CASE WHEN $5::boolean THEN text_key END DESC,
    CASE WHEN NOT ($4 = 'id' AND $5::boolean) THEN id COLLATE "C" END, id COLLATE "C" DESC) AS place
  FROM keyed
  ORDER BY place LIMIT $6 OFFSET $7
)
SELECT page.id, ordinal, page.name_zh AS "nameZh", page.name_en AS "nameEn", zone.name_zh AS "estateZh", zone.name_en AS "estateEn",
  use, year_built AS "yearBuilt", floors_above AS "floorsAbove", height_m AS "heightM", footprint_sqm AS "footprintSqm",
  gfa_above_sqm AS "gfaAboveSqm", structure, safety_grade AS "safetyGrade", has_lift AS "hasLift", heritage, disposition,
  dwellings, people AS "residents", ARRAY[ST_XMin(page.geom), ST_YMin(page.geom), ST_XMax(page.geom), ST_YMax(page.geom)] AS "extent"
FROM page
LEFT JOIN store.zone ON zone.district_id = $1 AND zone.dataset_id = $2 AND zone.id = page.estate AND zone.level = ANY ($8::text[])
ORDER BY place;
