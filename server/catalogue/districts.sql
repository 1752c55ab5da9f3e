-- The districts with live data: extent west, south, east, north in degrees of the district zones, source and date of the
-- base dataset, and the newest data version.
SELECT district.id, adcode, district.name_zh AS "nameZh", district.name_en AS "nameEn", sample,
  (SELECT ARRAY[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)]
   FROM (SELECT ST_Extent(geom) AS box FROM zone WHERE zone.district_id = district.id AND zone.kind = 'district') outline
  ) AS extent,
  (SELECT coalesce(max(id), 0) FROM data_version WHERE data_version.district_id = district.id) AS "dataVersion",
  to_char(as_of, 'YYYY-MM-DD') AS "asOf", source, completeness
FROM district
JOIN dataset ON dataset.district_id = district.id AND dataset.kind = 'base' AND dataset.status = 'live'
ORDER BY district.id;
