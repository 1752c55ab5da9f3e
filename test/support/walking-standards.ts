import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { type Persona, type WalkingParameters, walkingParameters } from "../../server/walking/persona.ts";

function rows(name: string): Record<string, string>[] {
  const file = new URL(`../../geodata/standards/${name}.csv`, import.meta.url);
  return parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[];
}

const numberOrNull = (text: string | undefined) => (text === undefined || text === "" ? null : Number(text));

/** The personas as their rows in geodata/standards say, by id. */
export function standardPersonas(): Map<string, Persona> {
  return new Map(
    rows("persona").map((row) => [
      row.id!,
      {
        id: row.id!,
        flatMps: Number(row.flat_mps),
        stairsUpHorizontalMps: numberOrNull(row.stairs_up_horizontal_mps),
        stairsDownHorizontalMps: numberOrNull(row.stairs_down_horizontal_mps),
        stairsUpVerticalMps: numberOrNull(row.stairs_up_vertical_mps),
        stairsDownVerticalMps: numberOrNull(row.stairs_down_vertical_mps),
        escalator: row.escalator === "true",
        lift: row.lift === "true",
        maxGrade: numberOrNull(row.max_grade),
        stepFree: row.step_free === "true",
      },
    ]),
  );
}

/** One persona by id. */
export function standardPersona(id: string): Persona {
  const persona = standardPersonas().get(id);
  if (!persona) throw new Error(`There is no persona "${id}".`);
  return persona;
}

/** The walking parameters as their rows in geodata/standards say. */
export function standardParameters(): WalkingParameters {
  return walkingParameters(
    rows("walking-parameter").map((row) => ({ name: row.name!, value: Number(row.value) })),
  );
}
