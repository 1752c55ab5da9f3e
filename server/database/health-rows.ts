import { z } from "zod";
import { HEALTH_DIMENSIONS, HEALTH_MEASURES, HEALTH_UNITS } from "../contract/health-check.ts";
import {
  integerCell,
  listCell,
  numberCell,
  oneOf,
  optionalTextCell,
  orEmpty,
  positiveCell,
  statusCell,
  textCell,
} from "./csv-rows.ts";

/** An indicator of an edition of the city health check. */
export const HealthIndicatorRow = z
  .strictObject({
    ordinal: integerCell,
    edition: textCell,
    code: textCell,
    dimension: oneOf(HEALTH_DIMENSIONS),
    aspect: textCell,
    tag: z.enum(["好房子", "好小区", "好社区", "好城区"], {
      error: "must be 好房子, 好小区, 好社区 or 好城区",
    }),
    name_zh: textCell,
    name_en: textCell,
    unit: oneOf(HEALTH_UNITS),
    direction: z.enum(["lower", "higher", "none"], { error: "must be lower, higher or none" }),
    threshold: orEmpty(numberCell),
    measure: orEmpty(
      z.enum(HEALTH_MEASURES, { error: `must be empty or one of ${HEALTH_MEASURES.join(", ")}` }),
    ),
    categories: listCell,
    definition: optionalTextCell,
    parameter: orEmpty(positiveCell),
    computability: z.enum(["computed", "proxy", "survey"], { error: "must be computed, proxy or survey" }),
    basis_zh: optionalTextCell,
    basis_en: optionalTextCell,
    clause: textCell,
    status: statusCell,
    source: textCell,
  })
  .refine((row) => (row.measure === null) === (row.computability === "survey"), {
    error: "a measure is given, or computability is survey",
  })
  .refine((row) => row.measure === null || (row.basis_zh !== null && row.basis_en !== null), {
    error: "what has a measure says its basis in both languages",
  });
