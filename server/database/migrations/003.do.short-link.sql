-- Addresses too long to be sent on: id stands for the fragment of the page's address (all after `#`), as it was shared.
-- The id is made from the fragment, so that the same state has the same link however often it is shared. The fragment
-- is the reader's own: nothing here reads it, it is given back as it came. At most 100,000 characters.
CREATE TABLE short_link (
  id text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_-]{10,43}$'),
  fragment text NOT NULL CHECK (length(fragment) BETWEEN 1 AND 100000),
  actor text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
