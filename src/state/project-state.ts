import type { PlanDocumentPage } from "../../server/contract/plan-documents.ts";
import type { ProjectProgramme } from "../../server/contract/programme.ts";
import type { ProgrammeFigureList } from "../../server/contract/programme-figures.ts";
import type { Project, ProjectFacet, ProjectTerm } from "../../server/contract/projects.ts";
import type { Failure } from "../backend.ts";
import type { Run } from "./app-state.ts";

/** Which projects are looked for: any of the codes; null or empty = all. `near` in degrees, EPSG:4326, and metres. */
export interface ProjectChoice {
  readonly categories: readonly string[];
  readonly stages: readonly string[];
  readonly year: number | null;
  /** A batch of a year, such as start:2026. */
  readonly batch: string | null;
  /** Id of a renewal district. */
  readonly zone: string | null;
  readonly near: NearPlace | null;
  readonly tasks: readonly string[];
  /** Who pays: types of money. */
  readonly funds: readonly string[];
  readonly unit: string | null;
  readonly minYuan: number | null;
  readonly maxYuan: number | null;
  readonly disposition: string | null;
  /** Only what meets the area drawn last. */
  readonly within: boolean;
}

/** `name` is what a reader calls the place, null where it is only a point. */
export interface NearPlace {
  readonly lon: number;
  readonly lat: number;
  readonly metres: number;
  readonly name: string | null;
}

export interface ProjectQuestion extends Omit<ProjectChoice, "within"> {
  readonly district: string;
  readonly text: string;
  /** The drawn area as the service takes it; null = anywhere. */
  readonly area: string | null;
}

/** The projects found, those read so far, with the counts beside the filters and the words of the pool. */
export interface ProjectAnswer {
  readonly items: readonly Project[];
  readonly total: number;
  readonly next: string | null;
  readonly facets: readonly ProjectFacet[];
  readonly terms: readonly ProjectTerm[];
}

/** The pool of projects, and where the selected one stands in the programme. */
/** What the programme did not take; `asked` names what of a page was asked, left out for a move. */
export type ProgrammeRefusal = Failure & { readonly asked?: string };

export interface ProjectState {
  readonly projectText: string;
  readonly projectChoice: ProjectChoice;
  readonly projects: Run<ProjectQuestion, ProjectAnswer>;
  /** Where the selected project stands in the programme, by its id. */
  readonly programme: Run<string, ProjectProgramme>;
  /** What the programme did not take, until it is sent again; null = nothing. */
  readonly programmeRefusal: ProgrammeRefusal | null;
  /** The selected plan, by its id. */
  readonly plan: Run<string, PlanDocumentPage>;
  /** The project under the pointer, on the map or in the list. */
  readonly hoveredProject: string | null;
  readonly figures: Run<string, ProgrammeFigureList>;
}

export const PROJECT_START: ProjectState = {
  projectText: "",
  projectChoice: {
    ...{ categories: [], stages: [], year: null, batch: null, zone: null, near: null },
    ...{ tasks: [], funds: [], unit: null, minYuan: null, maxYuan: null, disposition: null, within: false },
  },
  projects: { status: "idle" },
  programme: { status: "idle" },
  programmeRefusal: null,
  plan: { status: "idle" },
  hoveredProject: null,
  figures: { status: "idle" },
};
