-- The stored value of one setting; no row where it was never written.
--   $1  text  key
SELECT value FROM setting WHERE key = $1;
