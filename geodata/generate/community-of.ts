import type { AdministrativeZone } from "./administration.ts";
import { isInside, placeInside } from "./plane.ts";
import type { Project } from "./projects.ts";

/** The community a project lies in, by a place inside its first site. */
export function communityOf(
  { sites }: Pick<Project, "sites">,
  zones: readonly AdministrativeZone[],
): AdministrativeZone {
  const place = placeInside(sites[0]!);
  return zones.find(
    ({ kind, polygons }) => kind === "community" && polygons.some(([outer]) => isInside(place, outer!)),
  )!;
}
