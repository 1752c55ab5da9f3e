-- The districts that have a live base dataset, in the order of their ids.
SELECT id, adcode FROM district
WHERE EXISTS (SELECT FROM dataset WHERE dataset.district_id = district.id AND kind = 'base' AND status = 'live')
ORDER BY id;
