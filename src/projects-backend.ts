import type { ProjectFacetList, ProjectList, ProjectTermList } from "../server/contract/projects.ts";
import { abortable, addressOf, ask, type InDistrict, type Query } from "./backend.ts";

/** Filters of the projects; null or empty = all. */
interface ProjectsAsked extends InDistrict {
  readonly text: string;
  readonly categories: readonly string[];
  readonly stages: readonly string[];
  readonly year: number | null;
  readonly batch: string | null;
  readonly zone: string | null;
  readonly near: { readonly lon: number; readonly lat: number; readonly metres: number } | null;
  readonly tasks: readonly string[];
  readonly funds: readonly string[];
  readonly unit: string | null;
  readonly minYuan: number | null;
  readonly maxYuan: number | null;
  readonly disposition: string | null;
  readonly area: string | null;
}

/** The filters of projects as the service takes them. */
export const projectQuery = ({
  district,
  text,
  categories,
  stages,
  year,
  zone,
  near,
  ...rest
}: ProjectsAsked): Query => ({
  district,
  text: text || undefined,
  categories: categories.join() || undefined,
  stages: stages.join() || undefined,
  year: year?.toString(),
  zone: zone ?? undefined,
  near: near ? `${near.lon},${near.lat},${near.metres}` : undefined,
  batch: rest.batch ?? undefined,
  tasks: rest.tasks.join() || undefined,
  funds: rest.funds.join() || undefined,
  unit: rest.unit ?? undefined,
  minYuan: rest.minYuan?.toString(),
  maxYuan: rest.maxYuan?.toString(),
  disposition: rest.disposition ?? undefined,
  area: rest.area ?? undefined,
});

export const readProjects = ({ cursor, ...asked }: ProjectsAsked & { readonly cursor?: string }) =>
  ask<ProjectList>(
    addressOf("api/projects", { ...projectQuery(asked), limit: "500", cursor }),
    abortable(asked.signal),
  );
export const readProjectFacets = (asked: ProjectsAsked) =>
  ask<ProjectFacetList>(addressOf("api/project-facets", projectQuery(asked)), abortable(asked.signal));
export const readProjectTerms = () => ask<ProjectTermList>(addressOf("api/project-terms"));
