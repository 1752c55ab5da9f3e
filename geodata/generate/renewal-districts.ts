import type { Block } from "./blocks.ts";
import { controlRows, numberIn, placeOf } from "./control.ts";
import { type PlanePolygon, unionOf } from "./face-union.ts";
import { distanceM, type Plane, toPlane } from "./plane.ts";

/** A planning unit of renewal: a set of blocks. */
export interface RenewalDistrict {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly blocks: readonly number[];
  readonly polygons: readonly PlanePolygon[];
}

/** The renewal districts of the control facts: the blocks whose middle lies within their radius, none in two districts. */
export function drawRenewalDistricts(blocks: readonly Block[], plane: Plane): RenewalDistrict[] {
  const taken = new Set<number>();
  return controlRows("renewal-district").map((row) => {
    const centre = toPlane(plane, placeOf(row));
    const radiusM = numberIn(row, "radius_m");
    const own = [...blocks.keys()].filter(
      (at) => !taken.has(at) && !blocks[at]!.beach && distanceM(blocks[at]!.middle, centre) < radiusM,
    );
    for (const at of own) taken.add(at);
    return {
      id: `renewal-district:${row.id}`,
      nameZh: `${row.name_zh}(示意)`,
      nameEn: `${row.name_en} renewal district (schematic)`,
      blocks: own,
      polygons: unionOf(own.map((at) => blocks[at]!.face)),
    };
  });
}
