import type { Block } from "./blocks.ts";
import { parcelId } from "./building-rows.ts";
import type { City } from "./city.ts";
import { controlRows } from "./control.ts";
import { schoolGround } from "./courts.ts";
import { type PlanePolygon, unionOf } from "./face-union.ts";
import type { Face } from "./faces.ts";
import { areaSqm, asHole, eachAlone, geoPolygons } from "./geometry.ts";
import { centroidOf, distanceToLineM, type Line, type Plane, placeInside } from "./plane.ts";
import { randomFor } from "./random.ts";
import type { SampleRow } from "./sample-district.ts";
import { SCHOOLS } from "./site-plan.ts";

const CLASS_NAMES: Readonly<Record<string, string>> = {
  R: "居住用地",
  A: "公共管理与公共服务用地",
  B: "商业服务业设施用地",
  M: "工业用地",
  W: "物流仓储用地",
  S: "道路与交通设施用地",
  G: "绿地与广场用地",
  E: "水域以外的非建设用地",
};
/** Gardens up to this size are pocket parks, m². */
export const POCKET_PARK_SQM = 10_000;

interface Shaped {
  readonly id: string;
  readonly polygons: readonly PlanePolygon[];
}

const shaped = (plane: Plane, { id, polygons }: Shaped, columns: Omit<SampleRow, "geom">): SampleRow => ({
  id,
  source_id: `sample/${id}`,
  ...columns,
  area_sqm: areaSqm(plane, polygons),
  geom: geoPolygons(plane, polygons),
});

/** Land use: each block's sites by its class, what is left of its face as street; wild faces whole. They cover the land. */
export function landUseRows({ blocks, outline }: City): SampleRow[] {
  return blocks.flatMap((block, at) => {
    const id = `land-use:${at + 1}`;
    const whole = block.landClass === "E" || block.sites.length === 0;
    const row = (landClass: string, suffix: string, polygons: readonly PlanePolygon[]) =>
      shaped(
        outline.plane,
        { id: `${id}${suffix}`, polygons },
        {
          class: landClass,
          construction: landClass !== "E",
          name_zh: CLASS_NAMES[landClass]!,
        },
      );
    if (whole) return [row(block.landClass === "E" ? "E" : "S", "", [[block.face.ring]])];
    return [
      row(block.landClass, "", eachAlone(block.sites)),
      row("S", "-street", [[block.face.ring, ...block.sites.map(asHole)]]),
    ];
  });
}

/** Parcels: the sites of blocks that are built on. */
export function parcelRows({ blocks, outline, seed }: City): SampleRow[] {
  const random = randomFor(seed, "parcels");
  const tenures = ["国有出让", "国有出让", "国有划拨", "国有划拨", "国有租赁"];
  const limits: Readonly<Record<string, readonly [number, number]>> = {
    R: [1.6, 4.5],
    B: [2.5, 7.5],
    A: [0.9, 2.4],
    M: [0.8, 2],
    W: [0.8, 1.8],
    S: [0.3, 1.2],
  };
  return blocks.flatMap((block, at) => {
    const limit = limits[block.landClass];
    if (!limit || block.archetype === null) return [];
    return block.sites.map((site, number) =>
      shaped(
        outline.plane,
        { id: parcelId(at, number), polygons: [[site]] },
        {
          land_use: block.landClass,
          tenure: random.pick(tenures),
          permitted_plot_ratio: Math.round(random.between(...limit) * 10) / 10,
          height_limit_m: random.pick([24, 36, 60, 80, 100, 150]),
        },
      ),
    );
  });
}

const RIVERS = {
  yangtze: { kind: "river", name_zh: "长江", name_en: "Yangtze" },
  jialing: { kind: "river", name_zh: "嘉陵江", name_en: "Jialing" },
} as const;

/** The two rivers: within the district, and beyond it to their far banks. */
export function waterRows({ plan, outline }: City): SampleRow[] {
  const { plane, yangtzeMiddle, jialingMiddle, yangtzeFarBank, jialingFarBank } = outline;
  const isYangtze = ({ ring }: Face) => {
    const middle = placeInside(ring);
    return distanceToLineM(middle, yangtzeMiddle) < distanceToLineM(middle, jialingMiddle);
  };
  const within = {
    yangtze: unionOf(plan.water.filter(isYangtze)),
    jialing: unionOf(plan.water.filter((face) => !isYangtze(face))),
  };
  const mouth = jialingFarBank.at(-1)!;
  const beyond = {
    yangtze: [[[...yangtzeFarBank, mouth, ...yangtzeMiddle.toReversed()]]],
    jialing: [[[...jialingMiddle, ...jialingFarBank.toReversed()]]],
  };
  return (["yangtze", "jialing"] as const).flatMap((id) => [
    shaped(plane, { id: `water:${id}`, polygons: within[id] }, RIVERS[id]),
    shaped(plane, { id: `water:${id}-beyond`, polygons: beyond[id] }, RIVERS[id]),
  ]);
}

/** A park or garden with its polygons, for green areas and for facilities alike. */
export interface Park extends Shaped {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly areaSqm: number;
}

/** Named parks (their blocks joined) and the gardens of single blocks. */
export function parksOf({ blocks, outline }: City): Park[] {
  const named = controlRows("park").flatMap((row): Park[] => {
    const faces = blocks.filter(({ park }) => park === row.id).map(({ face }) => face);
    if (faces.length === 0) return [];
    const polygons = unionOf(faces);
    return [
      {
        id: `park:${row.id}`,
        nameZh: row.name_zh!,
        nameEn: row.name_en!,
        kind: row.kind!,
        polygons,
        areaSqm: areaSqm(outline.plane, polygons),
      },
    ];
  });
  const gardens = blocks
    .filter(
      ({ landClass, park, wooded, sites }) =>
        landClass === "G" && park === null && !wooded && sites.length > 0,
    )
    .map(({ sites }, at): Park => {
      const polygons = eachAlone(sites);
      const size = areaSqm(outline.plane, polygons);
      const ordinal = String(at + 1).padStart(3, "0");
      const pocket = size < POCKET_PARK_SQM;
      return {
        id: `garden:${ordinal}`,
        nameZh: `示例${pocket ? "口袋公园" : "公园"}${ordinal}`,
        nameEn: `Sample ${pocket ? "pocket park" : "park"} ${ordinal}`,
        kind: pocket ? "garden" : "park",
        polygons,
        areaSqm: size,
      };
    });
  return [...named, ...gardens];
}

// Steep slopes among them, though their land is laid out as green; houses scattered on a slope stand among trees.
const isWooded = ({ wooded, archetype }: Block) => wooded || archetype === "hill-house";

/** A wooded slope between two terraces has no name of its own, m². */
const SMALLEST_NAMED_SQM = 60_000;

// The largest pieces of wild land read better as one: beaches as grass, slopes as wood.
function wildGreens(blocks: readonly Block[], plane: Plane): SampleRow[] {
  return [true, false].flatMap((beach) => {
    const faces = blocks
      .filter((block) => (block.landClass === "E" || isWooded(block)) && block.beach === beach)
      .map(({ face }) => face);
    return unionOf(faces).map((polygon, at) => {
      const bare = shaped(
        plane,
        { id: `${beach ? "beach" : "wood"}:${at + 1}`, polygons: [polygon] },
        { kind: beach ? "grass" : "wood" },
      );
      if ((bare.area_sqm as number) < SMALLEST_NAMED_SQM) return { ...bare, name_zh: null, name_en: null };
      return {
        ...bare,
        name_zh: beach ? "滨江滩地" : "山林",
        name_en: beach ? "Riverside" : "Wood",
      };
    });
  });
}

/** Parks, gardens, playing fields, woods and the green along the water. */
export function greenRows(city: City): SampleRow[] {
  const { plane } = city.outline;
  const parks = parksOf(city).map((park) =>
    shaped(plane, park, { kind: park.kind, name_zh: park.nameZh, name_en: park.nameEn }),
  );
  const pitches = [...city.institutions].flatMap(([number, institution]) =>
    openGround(institution.kind, city.blocks[number]!.sites).map((ring, at) =>
      shaped(plane, { id: `pitch:${number + 1}-${at + 1}`, polygons: [[ring]] }, { kind: "pitch" }),
    ),
  );
  const fields = city.buildings.flatMap(({ mass, holes }) =>
    mass?.part.form === "oval-ring"
      ? holes.map((ring) =>
          shaped(plane, { id: `pitch:${mass.compound.id}`, polygons: [[ring]] }, { kind: "pitch" }),
        )
      : [],
  );
  return [...parks, ...pitches, ...fields, ...wildGreens(city.blocks, plane)];
}

// The playground of a school, the field of a sports ground.
function openGround(kind: string, sites: readonly Line[]): readonly Line[] {
  const site = sites[0];
  if (!site) return [];
  if (SCHOOLS.has(kind)) return schoolGround(site).playground;
  if (!kind.startsWith("sport")) return [];
  const [x, y] = centroidOf(site);
  return [site.map(([px, py]) => [x + (px - x) * 0.45, y + (py - y) * 0.45] as const)];
}
