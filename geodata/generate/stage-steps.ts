import { randomFor } from "./random.ts";

interface StandingProject {
  readonly id: string;
  readonly stage: string | null;
  readonly year_start: number | null;
  readonly year_end: number | null;
}
/** A made-up step of a project along its stages, and the day it was made, YYYY-MM-DD. */
interface SampleStep {
  readonly project_id: string;
  readonly from_stage: string;
  readonly to_stage: string;
  readonly on: string;
}

const START = "开工";
const FINISH = "竣工";
const LINE = ["前期审批", START, "在建", FINISH, "招商运营", "效果评估"];
const THIS_YEAR = 2026;
/** Of one project in so many it is not known when it began and was completed. */
const UNDATED = 17;
const MONTHS = { started: [1, 6], finished: [7, 9] } as const;

/** When works began and were completed: of what stands in that stage this year, else in the years of the project. */
export function inventStageSteps(projects: readonly StandingProject[], seed: number): SampleStep[] {
  const random = randomFor(seed, "stage-steps");
  const begun = projects.filter(({ stage }) => stage !== null && LINE.indexOf(stage) >= LINE.indexOf(START));
  return begun.flatMap(({ id: project_id, stage, year_start, year_end }, at) => {
    const dayIn = (year: number, [from, to]: readonly [number, number]) =>
      `${year}-0${random.whole(from, to)}-${random.whole(10, 28)}`;
    const started = dayIn(stage === START ? THIS_YEAR : (year_start ?? THIS_YEAR), MONTHS.started);
    const finished = dayIn(stage === FINISH ? THIS_YEAR : (year_end ?? THIS_YEAR), MONTHS.finished);
    if (at % UNDATED === UNDATED - 1) return [];
    const start = { project_id, from_stage: "前期审批", to_stage: START, on: started };
    const finish = { project_id, from_stage: "在建", to_stage: FINISH, on: finished };
    return LINE.indexOf(stage!) >= LINE.indexOf(FINISH) ? [start, finish] : [start];
  });
}
