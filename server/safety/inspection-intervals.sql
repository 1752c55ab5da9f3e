-- How often buildings are inspected, by age.
SELECT min_age AS "minAge", max_age AS "maxAge", years, jurisdiction, as_of AS "asOf", clause, source, status AS "clauseStatus"
FROM inspection_interval
ORDER BY min_age;
