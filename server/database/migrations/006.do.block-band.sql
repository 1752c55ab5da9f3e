-- What a standard has for new residential blocks by the mean number of floors of their houses (both ends inclusive), rows of
-- geodata/standards/block-band.csv: net plot ratio from … to, site coverage up to (0…1). A reference, never a verdict on what
-- stands.
CREATE TABLE block_band (
  storey_class text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL, floors_from integer NOT NULL, floors_to integer NOT NULL,
  plot_ratio_min double precision NOT NULL, plot_ratio_max double precision NOT NULL, site_coverage_max double precision NOT NULL,
  standard text NOT NULL, edition text NOT NULL, clause text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified')),
  source text NOT NULL, CHECK (floors_from <= floors_to AND plot_ratio_min <= plot_ratio_max)
);
