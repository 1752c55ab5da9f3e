-- The newest data version of each district. Uses the index data_version_district.
SELECT district_id AS "districtId", max(id) AS "version"
FROM data_version
GROUP BY district_id
ORDER BY district_id;
