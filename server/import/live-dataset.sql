-- The live base dataset of a district; no row where there is none.
--   $1  district_id  text
SELECT dataset.id AS "datasetId", district.adcode, district.name_zh AS "nameZh"
FROM dataset JOIN district ON district.id = dataset.district_id
WHERE dataset.district_id = $1 AND dataset.kind = 'base' AND dataset.status = 'live';
