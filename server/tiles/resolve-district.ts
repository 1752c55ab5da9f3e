import { unknownDistrict } from "../errors.ts";
import type { LayerVersions, LiveDistrict } from "./layer-versions.ts";

/**
 * The id of the district a request asks about: `district=` is its id, or its adcode where only one district has it;
 * without it the only district. Throws unknown-district. A district not known yet is looked up once.
 */
export async function resolveDistrict(
  versions: LayerVersions,
  requested: string | undefined,
): Promise<string> {
  const known = findDistrict(versions.districts(), requested);
  if (known) return known;
  await versions.refresh();
  const found = findDistrict(versions.districts(), requested);
  if (!found) throw unknownDistrict(requested ?? null);
  return found;
}

function findDistrict(districts: readonly LiveDistrict[], requested: string | undefined): string | undefined {
  const byId = districts.find((district) => district.id === requested);
  if (byId) return byId.id;
  const candidates = districts.filter((district) => requested === undefined || district.adcode === requested);
  return candidates.length === 1 ? candidates[0]!.id : undefined;
}
