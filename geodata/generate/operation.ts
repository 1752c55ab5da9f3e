import { randomFor } from "./random.ts";
import { SAMPLE_SOURCE } from "./sample-identity.ts";

interface LetProject {
  readonly id: string;
  readonly stage: string | null;
}
/** A made-up unit of a project, by the columns of its table; its operator is no real firm. */
interface SampleUnit {
  readonly id: string;
  readonly project_id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly kind: string;
  readonly area_sqm: number;
  readonly let_sqm: number | null;
  readonly operator: string;
  readonly opened_on: string;
  readonly rent_yuan: number;
  readonly contract_to: string;
  readonly as_of: string;
  readonly source: string;
}

const LET_STAGES = ["招商运营", "效果评估"];
const KINDS = [
  ["retail", "商业", "shops"],
  ["catering", "餐饮", "catering"],
  ["start-up", "创客空间", "start-ups"],
  ["rental-housing", "人才公寓", "rental homes"],
  ["culture", "文化展演", "culture"],
  ["community-service", "社区服务", "community services"],
] as const;
/** One unit in so many has not told how much of it is let. */
const UNTOLD = 9;

/** Sample units of the projects of a sample that are let and run. */
export function inventOperation(projects: readonly LetProject[], seed: number): SampleUnit[] {
  const random = randomFor(seed, "operation");
  return projects
    .filter(({ stage }) => stage !== null && LET_STAGES.includes(stage))
    .flatMap(({ id }, index) =>
      KINDS.slice(index % 3, (index % 3) + random.whole(2, 4)).map(([kind, zh, en], at) => {
        const area = random.whole(4, 60) * 50;
        const share = random.between(0.55, 1);
        const number = `${index + 1}-${at + 1}`;
        return {
          ...{ id: `operation:sample-${number}`, project_id: id, kind },
          ...{ name_zh: `示例${zh}${number}`, name_en: `Sample ${en} ${number}` },
          area_sqm: area,
          let_sqm: (index + at) % UNTOLD === UNTOLD - 1 ? null : Math.round(area * share),
          operator: `示例运营单位${(index % 4) + 1}`,
          opened_on: `2025-${String(random.whole(1, 12)).padStart(2, "0")}-01`,
          rent_yuan: random.whole(30, 120),
          ...{ contract_to: "2028-12-31", as_of: "2026-10-31", source: SAMPLE_SOURCE },
        };
      }),
    );
}
