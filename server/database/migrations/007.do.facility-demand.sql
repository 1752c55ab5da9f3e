-- Who facilities are for and how demand fades with the walk, rows of geodata/standards: demand-group.csv (ages: "all", or
-- groups of residents_by_age such as 65-79;80+), facility-demand.csv (whom a category is for, and what its capacity counts)
-- and catchment-decay.csv (weights of the equal parts of the time of a catchment, the nearest first).
CREATE TABLE demand_group (
  id text PRIMARY KEY, ordinal integer NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED, name_zh text NOT NULL,
  name_en text NOT NULL, ages text NOT NULL, source text NOT NULL, status text NOT NULL
);
CREATE TABLE facility_demand (
  category text PRIMARY KEY REFERENCES facility_category (code), demand_group text NOT NULL REFERENCES demand_group (id),
  unit_zh text NOT NULL, unit_en text NOT NULL, source text NOT NULL, status text NOT NULL
);
CREATE TABLE catchment_decay (
  decay text NOT NULL, zone integer NOT NULL CHECK (zone > 0), weight double precision NOT NULL CHECK (weight > 0),
  source text NOT NULL, status text NOT NULL, PRIMARY KEY (decay, zone)
);
