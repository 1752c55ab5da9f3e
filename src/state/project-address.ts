import type { ProjectChoice } from "./app-state.ts";

/** How the filters of the projects stand in the address; null = left out, as at the start. */
export function projectParts({
  projectText,
  projectChoice: { categories, stages, year, zone, near },
}: {
  readonly projectText: string;
  readonly projectChoice: ProjectChoice;
}): Record<string, string | null> {
  return {
    text: projectText === "" ? null : projectText,
    types: categories.length === 0 ? null : categories.join(","),
    stages: stages.length === 0 ? null : stages.join(","),
    year: year === null ? null : String(year),
    renewal: zone,
    near:
      near &&
      `${near.lon.toFixed(6)},${near.lat.toFixed(6)},${near.metres}${near.name === null ? "" : `,${near.name}`}`,
  };
}

/** The filters that the parts of an address say; what cannot be is left out. */
export function projectChoiceFrom(given: URLSearchParams): ProjectChoice {
  const codes = (name: string) => (given.get(name) ?? "").split(",").filter((code) => code !== "");
  const year = given.get("year") ?? "";
  return {
    categories: codes("types"),
    stages: codes("stages"),
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    zone: given.get("renewal"),
    near: nearFrom(given.get("near")),
  };
}

function nearFrom(text: string | null): ProjectChoice["near"] {
  const [lonText, latText, metresText, ...named] = (text ?? "").split(",");
  const numbers = [lonText, latText, metresText].map(Number);
  const [lon, lat, metres] = numbers;
  if (text === null || !numbers.every(Number.isFinite)) return null;
  const isSound = Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90 && metres! > 0;
  return isSound ? { lon: lon!, lat: lat!, metres: metres!, name: named.join(",") || null } : null;
}
