-- Whose the rule sets of a person's own are: each is of one district. Their ids start with own-, and their clauses are never
-- verified, so that every figure by them is a trial figure. Those without a row here are shipped, for all districts.
CREATE TABLE own_rule_set (
  id text PRIMARY KEY REFERENCES rule_set (id) ON DELETE CASCADE CHECK (id LIKE 'own-%'),
  district_id text NOT NULL,
  actor_id text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX own_rule_set_district ON own_rule_set (district_id);
ALTER TABLE rule_set ADD CONSTRAINT rule_set_own_unverified CHECK (id NOT LIKE 'own-%' OR status = 'unverified');
