-- Landmarks: places that people find their way by and that are no facility, street or building of the other layers.
-- accuracy_m is how far, in metres, the place may be off; null = not told.
CREATE TABLE store.landmark (
  district_id text NOT NULL, dataset_id integer NOT NULL, id text NOT NULL, source_id text,
  kind text, name_zh text, name_en text, accuracy_m real,
  context boolean NOT NULL DEFAULT false, level text NOT NULL DEFAULT 'public',
  geom geometry(Point, 4326) NOT NULL,
  PRIMARY KEY (district_id, dataset_id, id)
);
CREATE INDEX landmark_geom ON store.landmark USING gist (geom);
CREATE VIEW landmark AS SELECT row_of.* FROM store.landmark row_of
  JOIN dataset ON dataset.id = row_of.dataset_id AND dataset.status = 'live';

-- Deletes at most so many rows of a dataset from the tables of schema store and answers with how many: 0 = none is left.
-- The tables are looked up, so that a later one is not forgotten; reach goes first, as its rows are few but long.
CREATE OR REPLACE FUNCTION delete_dataset_rows(district text, dataset integer, batch integer) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  t name;
  deleted integer;
BEGIN
  FOR t IN
    SELECT held.relname FROM pg_class held
    JOIN pg_attribute named ON named.attrelid = held.oid AND named.attname = 'dataset_id' AND NOT named.attisdropped
    WHERE held.relnamespace = 'store'::regnamespace AND held.relkind = 'r'
    ORDER BY held.relname NOT LIKE 'reach%', held.relname
  LOOP
    EXECUTE format('DELETE FROM store.%I WHERE ctid = ANY (ARRAY(SELECT ctid FROM store.%I WHERE district_id = $1 AND dataset_id = $2 LIMIT $3))', t, t)
      USING district, dataset, batch;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    IF deleted > 0 THEN RETURN deleted; END IF;
  END LOOP;
  RETURN 0;
END $$;
