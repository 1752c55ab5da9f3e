-- Idle assets 闲置资产: houses, buildings and land that stand empty or are little used. Null = not known.
CREATE TABLE idle_asset (
  district_id text NOT NULL, id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('idle-house', 'inefficient-building', 'inefficient-land', 'idle-land')),
  name_zh text NOT NULL, name_en text, vacant_since date, area_sqm double precision CHECK (area_sqm > 0),
  intended_use text, operator text, closed_on date, -- in use again since
  source text NOT NULL, level text NOT NULL DEFAULT 'public' CHECK (level IN ('public', 'internal')),
  place geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (district_id, id)
);
