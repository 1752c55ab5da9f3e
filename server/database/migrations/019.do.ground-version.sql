-- Most writes are of the renewal programme (a stage, a plan, a return of the month). What is worked out from the map itself
-- (networks, covers, faces) is kept as long as no version has changed the ground.
ALTER TABLE data_version ADD COLUMN changes_ground boolean NOT NULL DEFAULT true;
CREATE INDEX data_version_ground ON data_version (district_id, id) WHERE changes_ground;
