-- The record: districts, datasets, versions, features, the walking network, reach, standards.
-- Geometry is EPSG:4326 (lon lat); metric columns are computed once and named with their unit.
--
-- Feature tables live in schema "store" with key (district_id, dataset_id, id). The view of the
-- same name in "public" shows the rows of live datasets only, so (district_id, id) is unique there
-- and no question can see rows that are still loading or already retired.

CREATE EXTENSION IF NOT EXISTS postgis;
CREATE SCHEMA store;

-- Area in m2 on the ellipsoid; edges are straight in lon/lat (RFC 7946), hence densified to 0.0005 degrees:
-- without it a polygon and its two halves differ by 1e-4.
CREATE FUNCTION area_sqm(geom geometry) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN geom IS NULL THEN NULL WHEN ST_IsEmpty(geom) THEN 0
    ELSE ST_Area(ST_Segmentize(geom, 0.0005)::geography) END
$$;

-- Length in metres on the ellipsoid.
CREATE FUNCTION length_m(geom geometry) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ST_Length(geom::geography) $$;

-- The polygonal part of a geometry as a valid MultiPolygon (possibly empty): intersections may leave points and lines.
CREATE FUNCTION polygonal(geom geometry) RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ST_Multi(ST_CollectionExtract(ST_MakeValid(geom), 3)) $$;

-- Overlays on a grid of 1e-12 degrees (0.1 micrometres). On a grid GEOS nodes robustly at the first try; without one it may
-- throw and try again, and the embedded PostGIS cannot catch what GEOS throws: the whole statement ends without an answer.
-- So no statement overlays shapes otherwise: clip_shape, cut_away, ST_Union(…, 1e-12), ST_Subdivide(…, …, 1e-12).
CREATE FUNCTION clip_shape(geom geometry, area geometry) RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ST_Intersection(geom, area, 1e-12) $$;

CREATE FUNCTION cut_away(geom geometry, area geometry) RETURNS geometry
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT ST_Difference(geom, area, 1e-12) $$;

CREATE TABLE setting (key text PRIMARY KEY, value text NOT NULL);

CREATE TABLE district (
  id text PRIMARY KEY,                 -- the adcode, or another short key where one adcode has several datasets
  adcode text NOT NULL,
  name_zh text NOT NULL,
  name_en text,
  sample boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE dataset (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district_id text NOT NULL,
  kind text NOT NULL DEFAULT 'base',   -- base = buildings, land, network; other kinds stand beside it
  status text NOT NULL CHECK (status IN ('loading', 'live', 'retired')),
  source text NOT NULL,
  as_of date,                          -- date of the data, not of the import
  actor_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- {"building": "complete|partial|unknown", "population": "complete|absent", "<layer>": "present|absent", …}
  completeness jsonb NOT NULL DEFAULT '{}',
  report jsonb,                        -- server/contract/dataset-report.ts
  -- who writes a loading dataset, "host/process id", and when it last said that it is alive: what tells an import that
  -- is running beside from the leftover of one that was killed
  importer text,
  alive_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX dataset_one_live_per_kind ON dataset (district_id, kind) WHERE status = 'live';
-- two imports of one district at once: the second is refused
CREATE UNIQUE INDEX dataset_one_loading_per_kind ON dataset (district_id, kind) WHERE status = 'loading';

CREATE TABLE data_version (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  district_id text NOT NULL,
  actor_id text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  note text NOT NULL
);
CREATE INDEX data_version_district ON data_version (district_id, id);

CREATE TABLE change (
  version bigint NOT NULL REFERENCES data_version (id),
  district_id text NOT NULL,
  layer text NOT NULL,                 -- '*' with op 'replace': a whole dataset went live
  feature_id text NOT NULL,
  op text NOT NULL CHECK (op IN ('insert', 'update', 'delete', 'replace')),
  before jsonb,
  after jsonb,
  PRIMARY KEY (version, layer, feature_id)
);

-- Features -----------------------------------------------------------------------------------------

CREATE TABLE store.zone (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  kind text NOT NULL CHECK (kind IN ('district', 'subdistrict', 'community', 'estate', 'renewal-district', 'core', 'wing', 'belt', 'area')),
  code text, parent text, name_zh text NOT NULL, name_en text,
  boundary_status text NOT NULL CHECK (boundary_status IN ('official', 'schematic')),
  area_sqm double precision NOT NULL, land_area_sqm double precision NOT NULL,
  level text NOT NULL DEFAULT 'public' CHECK (level IN ('public', 'internal')),
  geom geometry(MultiPolygon, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

-- The district without its water, cut into small pieces; kind construction and residential are parts of it.
-- Pieces of one kind never overlap, so areas add up.
CREATE TABLE store.land_piece (
  district_id text NOT NULL, dataset_id integer NOT NULL, id integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('land', 'construction', 'residential')),
  geom geometry(Polygon, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, kind, id)
);

CREATE TABLE store.parcel (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  land_use text, tenure text, permitted_plot_ratio double precision, height_limit_m double precision,
  area_sqm double precision NOT NULL, level text NOT NULL DEFAULT 'public',
  geom geometry(MultiPolygon, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.land_use (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  class text NOT NULL,                 -- GB 50137 class (R, A, B, M, W, S, U, G, H, E)
  construction boolean NOT NULL, name_zh text, name_en text,
  area_sqm double precision NOT NULL, level text NOT NULL DEFAULT 'public',
  geom geometry(MultiPolygon, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.water (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  kind text NOT NULL, name_zh text, name_en text,
  area_sqm double precision NOT NULL, level text NOT NULL DEFAULT 'public',
  geom geometry(MultiPolygon, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.green (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  kind text NOT NULL,                  -- park | garden | wood | grass | pitch | cemetery
  name_zh text, name_en text,
  area_sqm double precision NOT NULL, level text NOT NULL DEFAULT 'public',
  geom geometry(MultiPolygon, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.control_zone (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  kind text NOT NULL CHECK (kind IN ('heritage-core', 'heritage-buffer', 'height', 'flood-line', 'hazard')),
  name_zh text, name_en text, height_limit_m double precision,
  area_sqm double precision NOT NULL, level text NOT NULL DEFAULT 'public',
  geom geometry(MultiPolygon, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.building (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  ordinal integer NOT NULL,            -- 0-based, dense within the dataset: the index into reach arrays
  footprint_sqm double precision NOT NULL,
  floors_above real,                   -- null = unknown
  floors_source text NOT NULL CHECK (floors_source IN ('measured', 'height', 'unknown')),
  floors_downslope real,
  height_m real,
  gfa_above_sqm double precision,      -- footprint x floors above ground; null where floors are unknown
  gfa_far_sqm double precision,        -- floor area that counts for the plot ratio, where given
  use text NOT NULL DEFAULT 'unknown'
    CHECK (use IN ('residential', 'commercial', 'office', 'industrial', 'education', 'health', 'public', 'transport', 'religious', 'other', 'unknown')),
  residential_share real NOT NULL DEFAULT 0,
  year_built smallint, structure text, safety_grade text CHECK (safety_grade IN ('A', 'B', 'C', 'D')),
  has_lift boolean, heritage boolean,
  dwellings integer, residents integer, -- null = not given
  residents_by_age integer[],          -- 0-2, 3-5, 6-11, 12-14, 15-59, 60-64, 65-79, 80+; null = not given
  estate text, parcel text,
  disposition text CHECK (disposition IN ('keep', 'repair', 'convert', 'demolish', 'new')),
  name_zh text, name_en text,
  in_sums boolean NOT NULL DEFAULT true, -- false: building part or overlapping duplicate, drawn but never summed
  level text NOT NULL DEFAULT 'public',
  geom geometry(MultiPolygon, 4326) NOT NULL,
  CHECK ((floors_above IS NULL) = (floors_source = 'unknown')),
  CHECK ((floors_above IS NULL) = (gfa_above_sqm IS NULL)),
  PRIMARY KEY (district_id, dataset_id, id),
  UNIQUE (dataset_id, ordinal)
);

CREATE TABLE store.facility (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  category text NOT NULL, name_zh text, name_en text,
  certainty text NOT NULL DEFAULT 'exact' CHECK (certainty IN ('exact', 'proxy')),
  capacity double precision, area_sqm double precision, status text,
  context boolean NOT NULL DEFAULT false, -- outside the district: reachable, never counted inside
  level text NOT NULL DEFAULT 'public',
  geom geometry(Geometry, 4326) NOT NULL, -- Point or MultiPolygon
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.facility_entrance (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL,
  facility_id text NOT NULL, geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.road (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  class text NOT NULL,                 -- motorway trunk primary secondary tertiary residential service track pedestrian footway stairs escalator lift cycleway rail
  name_zh text, name_en text,
  bridge boolean NOT NULL DEFAULT false, tunnel boolean NOT NULL DEFAULT false, layer smallint NOT NULL DEFAULT 0,
  one_way boolean NOT NULL DEFAULT false, length_m double precision NOT NULL,
  context boolean NOT NULL DEFAULT false, level text NOT NULL DEFAULT 'public',
  geom geometry(LineString, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.walkway (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  name_zh text NOT NULL, name_en text, length_m double precision NOT NULL,
  climb_m double precision, steps integer, level text NOT NULL DEFAULT 'public',
  geom geometry(MultiLineString, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.riverfront_segment (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  name_zh text, name_en text, river text, length_m double precision NOT NULL,
  access_points integer NOT NULL, level text NOT NULL DEFAULT 'public',
  geom geometry(LineString, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.metro_line (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  name_zh text, name_en text, ref text, colour text, level text NOT NULL DEFAULT 'public',
  geom geometry(MultiLineString, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.metro_station (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  name_zh text, name_en text, lines text[] NOT NULL DEFAULT '{}',
  context boolean NOT NULL DEFAULT false, level text NOT NULL DEFAULT 'public',
  geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.metro_entrance (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  station text, ref text, name_zh text, name_en text,
  context boolean NOT NULL DEFAULT false, level text NOT NULL DEFAULT 'public',
  geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

CREATE TABLE store.project (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  code text, name_zh text NOT NULL, name_en text, categories text[] NOT NULL DEFAULT '{}', stage text,
  renewal_district text, summary_zh text, summary_en text, year_start smallint, year_end smallint,
  amounts jsonb NOT NULL DEFAULT '[]', -- [{source, amountYuan}]
  level text NOT NULL DEFAULT 'internal',
  geom geometry(Geometry, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);

-- The elevation model of a district, resampled to EPSG:4326: row-major from the north-west corner,
-- float32 little-endian metres, NaN = void. west/north are the outer corner of the first cell.
CREATE TABLE store.elevation (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL DEFAULT 'elevation',
  west double precision NOT NULL, north double precision NOT NULL,
  cell_lon double precision NOT NULL, cell_lat double precision NOT NULL,
  columns integer NOT NULL, rows integer NOT NULL, samples bytea NOT NULL, source text,
  PRIMARY KEY (district_id, dataset_id, id)
);

-- Walking network ------------------------------------------------------------------------------------

CREATE TABLE store.walk_node (
  district_id text NOT NULL, dataset_id integer NOT NULL,
  ordinal integer NOT NULL,            -- 0-based, dense
  source_id text, elevation_m real, geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, ordinal)
);

CREATE TABLE store.walk_edge (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  ordinal integer NOT NULL,            -- 0-based, dense
  from_node integer NOT NULL, to_node integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('road', 'path', 'stairs', 'escalator', 'lift', 'cableway', 'bridge', 'tunnel', 'crossing')),
  road_class text,
  length_m double precision NOT NULL,  -- horizontal, along the geometry; 0 for a lift
  climb_m double precision,            -- to_node minus from_node; null = unknown
  climb_source text NOT NULL CHECK (climb_source IN ('elevation-model', 'interpolated', 'steps', 'incline', 'measured', 'unknown')),
  steps integer,
  fatigue real NOT NULL DEFAULT 1,     -- of the whole stair run, definitions: 1 + 0.1 max(0, (run rise - 20) / 20), at most 1.5
  one_way boolean NOT NULL DEFAULT false, -- from_node -> to_node only
  step_free boolean NOT NULL,          -- may be used by the step-free persona class (grade is judged per persona)
  speed_mps real, headway_s real,      -- escalator speed or cableway headway where tagged
  signal boolean NOT NULL DEFAULT false,
  open_hours text, fare text, name_zh text, name_en text, walkway text,
  layer smallint NOT NULL DEFAULT 0, context boolean NOT NULL DEFAULT false,
  geom geometry(LineString, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id),
  UNIQUE (dataset_id, ordinal)
);

-- Reach: for one persona and category, arrays over the buildings in the order of building.ordinal.
-- null = not within 3,600 s (to_s, from_s) or not reachable within 5,000 m (metres).
CREATE TABLE store.reach (
  district_id text NOT NULL, dataset_id integer NOT NULL, persona text NOT NULL, category text NOT NULL,
  to_s integer[] NOT NULL,             -- building -> nearest facility, whole seconds rounded up
  from_s integer[] NOT NULL,           -- nearest facility -> building
  metres integer[] NOT NULL,           -- shortest distance over the persona's edges, rounded up
  PRIMARY KEY (district_id, dataset_id, persona, category)
);
-- Compression would cost more than computing the arrays and saves nothing: they hardly repeat.
ALTER TABLE store.reach ALTER COLUMN to_s SET STORAGE EXTERNAL;
ALTER TABLE store.reach ALTER COLUMN from_s SET STORAGE EXTERNAL;
ALTER TABLE store.reach ALTER COLUMN metres SET STORAGE EXTERNAL;
CREATE TABLE store.reach_run (
  district_id text NOT NULL, dataset_id integer NOT NULL, persona text NOT NULL,
  inputs_sha256 text NOT NULL,         -- of everything the arrays depend on: network, facilities, persona, parameters, code
  on_network boolean[] NOT NULL,       -- by building ordinal
  computed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (district_id, dataset_id, persona)
);

-- Indexes and the live views --------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['zone', 'land_piece', 'parcel', 'land_use', 'water', 'green', 'control_zone', 'building', 'facility',
    'facility_entrance', 'road', 'walkway', 'riverfront_segment', 'metro_line', 'metro_station', 'metro_entrance', 'project',
    'walk_node', 'walk_edge'] LOOP
    EXECUTE format('CREATE INDEX %I ON store.%I USING gist (geom)', t || '_geom', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['zone', 'land_piece', 'parcel', 'land_use', 'water', 'green', 'control_zone', 'building', 'facility',
    'facility_entrance', 'road', 'walkway', 'riverfront_segment', 'metro_line', 'metro_station', 'metro_entrance', 'project',
    'elevation', 'walk_node', 'walk_edge', 'reach', 'reach_run'] LOOP
    EXECUTE format('CREATE VIEW %I AS SELECT row_of.* FROM store.%I row_of JOIN dataset ON dataset.id = row_of.dataset_id AND dataset.status = ''live''', t, t);
  END LOOP;
END $$;
-- Deletes at most so many rows of a dataset from the tables of schema store and answers with how many: 0 = none is left.
CREATE FUNCTION delete_dataset_rows(district text, dataset integer, batch integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  t text;
  deleted integer;
BEGIN
  FOREACH t IN ARRAY ARRAY['reach_run', 'reach', 'walk_edge', 'walk_node', 'elevation', 'project', 'metro_entrance', 'metro_station',
    'metro_line', 'riverfront_segment', 'walkway', 'road', 'facility_entrance', 'facility', 'building', 'control_zone', 'green',
    'water', 'land_use', 'parcel', 'land_piece', 'zone'] LOOP
    EXECUTE format('DELETE FROM store.%I WHERE ctid = ANY (ARRAY(SELECT ctid FROM store.%I WHERE district_id = $1 AND dataset_id = $2 LIMIT $3))', t, t)
      USING district, dataset, batch;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    IF deleted > 0 THEN RETURN deleted; END IF;
  END LOOP;
  RETURN 0;
END $$;
CREATE INDEX facility_category_of ON store.facility (district_id, dataset_id, category);
CREATE INDEX zone_kind ON store.zone (district_id, dataset_id, kind);

-- Standards: rows of geodata/standards, loaded at start --------------------------------------------------

CREATE TABLE facility_category (
  code text PRIMARY KEY, ordinal integer NOT NULL UNIQUE, name_zh text NOT NULL, name_en text NOT NULL, "group" text NOT NULL
);
CREATE TABLE rule_set (
  id text PRIMARY KEY, title_zh text NOT NULL, title_en text NOT NULL, edition text NOT NULL, issued text, effective text,
  jurisdiction text NOT NULL, status text NOT NULL CHECK (status IN ('verified', 'unverified')), note text
);
CREATE TABLE life_circle_tier (
  rule_set text NOT NULL REFERENCES rule_set (id), tier integer NOT NULL, minutes integer NOT NULL,
  default_distance_m integer, clause text NOT NULL, status text NOT NULL, source text NOT NULL,
  PRIMARY KEY (rule_set, tier)
);
CREATE TABLE life_circle_requirement (
  rule_set text NOT NULL REFERENCES rule_set (id), edition text NOT NULL, clause text NOT NULL, tier integer NOT NULL,
  category text NOT NULL REFERENCES facility_category (code),
  required text NOT NULL CHECK (required IN ('required', 'as-needed')),
  distance_m integer, test text NOT NULL CHECK (test IN ('walk', 'capacity', 'presence')),
  building_sqm_min integer, land_sqm_min integer,
  status text NOT NULL CHECK (status IN ('verified', 'unverified')), source text NOT NULL, note text,
  PRIMARY KEY (rule_set, tier, category)
);
CREATE TABLE persona (
  id text PRIMARY KEY, ordinal integer NOT NULL UNIQUE, name_zh text NOT NULL, name_en text NOT NULL,
  flat_mps double precision NOT NULL,
  stairs_up_horizontal_mps double precision, stairs_down_horizontal_mps double precision, -- null = stairs forbidden
  stairs_up_vertical_mps double precision, stairs_down_vertical_mps double precision,
  escalator boolean NOT NULL, lift boolean NOT NULL, max_grade double precision, step_free boolean NOT NULL,
  group_ages text NOT NULL, status text NOT NULL, source text NOT NULL
);
CREATE TABLE walking_parameter (
  name text PRIMARY KEY, value double precision NOT NULL, unit text NOT NULL, status text NOT NULL, source text NOT NULL
);
CREATE TABLE published_value (
  id integer PRIMARY KEY, adcode text NOT NULL, zone text, quantity text NOT NULL, value double precision NOT NULL, unit text NOT NULL,
  jurisdiction text NOT NULL CHECK (jurisdiction IN ('国家', '市级', '区级', '外地案例')),
  as_of text NOT NULL, basis text NOT NULL, source text NOT NULL, superseded_by integer
);
