-- A point on each footprint, from which walks begin and by which a building belongs to a zone: asked of all buildings at a time.
ALTER TABLE store.building ADD COLUMN stands_at geometry(Point, 4326) GENERATED ALWAYS AS (ST_PointOnSurface(geom)) STORED;
CREATE INDEX building_stands_at ON store.building USING gist (stands_at);
