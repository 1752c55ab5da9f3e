-- The official figures of a district, of its city, province and nation, and of cases elsewhere.
--   $1  district_id  text
-- adcodes nest by their digits: 6 = district, the first 4 = city, the first 2 = province.
SELECT published_value.id, zone, quantity, value, unit, jurisdiction, as_of AS "asOf", basis, source,
  superseded_by AS "supersededBy"
FROM published_value
JOIN district ON district.id = $1
WHERE published_value.jurisdiction = '外地案例' OR published_value.adcode IN
  (district.adcode, left(district.adcode, 4) || '00', left(district.adcode, 2) || '0000', '100000')
ORDER BY published_value.id;
