-- Every Chinese name that a search can find in a district, each once.
--   $1  district_id  text
--   $2  levels       text[]   who asks may see
SELECT name_zh AS name FROM zone WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM walkway WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM riverfront_segment WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM metro_station WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM metro_line WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM project WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM landmark WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM metro_entrance WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM facility WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM green WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM water WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM control_zone WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM building WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL
UNION
SELECT name_zh AS name FROM road WHERE district_id = $1 AND level = ANY ($2::text[]) AND name_zh IS NOT NULL;
