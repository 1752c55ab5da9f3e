import { useEffect, useState } from "react";
import type { Adviser } from "../../server/contract/advisers.ts";
import { readAdvisers } from "../adviser-backend.ts";
import { useApp } from "../state/store.ts";

/** The advisers of the district; none where they cannot be read. */
export function useAdvisers(): readonly Adviser[] {
  const district = useApp((state) => state.district);
  const [advisers, setAdvisers] = useState<readonly Adviser[]>([]);
  useEffect(() => {
    if (district !== null)
      readAdvisers(district).then(
        ({ items }) => setAdvisers(items),
        () => setAdvisers([]),
      );
  }, [district]);
  return advisers;
}
