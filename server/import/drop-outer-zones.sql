-- Takes out zones that lie for the most part outside the district: neighbours share its outline and so touch it.
--   $1  district_id  text
--   $2  dataset_id   integer
DELETE FROM store.zone USING store.zone AS district
WHERE zone.district_id = $1 AND zone.dataset_id = $2 AND zone.kind <> 'district'
  AND district.district_id = $1 AND district.dataset_id = $2 AND district.kind = 'district'
  AND ST_Area(clip_shape(zone.geom, district.geom)) < 0.5 * ST_Area(zone.geom);
