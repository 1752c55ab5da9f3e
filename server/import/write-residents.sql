-- Writes the residents of buildings.
--   $1  district_id  text
--   $2  dataset_id   integer
--   $3  ids          text[]
--   $4  residents    integer[], in the order of the ids
UPDATE store.building SET residents = item.residents
FROM unnest($3::text[], $4::integer[]) AS item (id, residents)
WHERE building.district_id = $1 AND building.dataset_id = $2 AND building.id = item.id;
