import { z } from "zod";
import { Jurisdiction } from "./basis.ts";
import { Day } from "./day.ts";
import { MAX_AMOUNT_YUAN } from "./entered-projects.ts";
import { Extent } from "./geometry.ts";

/** How sure money is, from a wish to the account. A target is no money at hand: it pays nothing and counts in no sum. */
export const FUNDING_STATUSES = ["target", "declared", "approved", "received"] as const;
export const FundingStatus = z.enum(FUNDING_STATUSES);
export type FundingStatus = z.infer<typeof FundingStatus>;
export const HELD_STATUSES = ["declared", "approved", "received"] as const;
export const HeldStatus = z.enum(HELD_STATUSES);
export type HeldStatus = z.infer<typeof HeldStatus>;

const text = (max: number) => z.string().trim().min(1).max(max);
const Id = z.string().min(1).max(200);
const Names = { id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() };
/** Whole yuan, up to 10^11, the whole of the city's fund; what is shared out has no fractions of a yuan. */
const Yuan = z.number().int().min(1).max(MAX_AMOUNT_YUAN);
const list = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int(), next: z.string().nullable() });

/**
 * A source of money: who gives how much. `amountYuan` null = unknown; `leftYuan` = what is not given to a project or package
 * yet, null where the amount is unknown and of a target, which is no money.
 */
export const Funding = z.object({
  id: z.string(),
  kind: z.string().meta({ description: "a funding-source of the project terms" }),
  giverZh: z.string(),
  giverEn: z.string().nullable(),
  amountYuan: z.number().nullable(),
  status: FundingStatus,
  dated: Day,
  basis: z.string(),
  jurisdiction: Jurisdiction,
  allocatedYuan: z.number(),
  leftYuan: z.number().nullable(),
  projects: z.array(z.object({ ...Names, amountYuan: z.number() })),
  packages: z.array(z.object({ ...Names, amountYuan: z.number(), sharedYuan: z.number() })),
});
export type Funding = z.infer<typeof Funding>;

/** Sums over the sources of a list; `targetYuan` stands apart and is part of no other, `amountUnknown` counts the sources left out. */
export const FundingSums = z.object({
  targetYuan: z.number(),
  declaredYuan: z.number(),
  approvedYuan: z.number(),
  receivedYuan: z.number(),
  allocatedYuan: z.number(),
  leftYuan: z.number(),
  amountUnknown: z.number().int(),
  leftUnknown: z.number().int().meta({ description: "of amountUnknown, those that are no targets" }),
});
export const FundingList = list(Funding).extend({ sums: FundingSums });
export type FundingList = z.infer<typeof FundingList>;

/** Filters of GET /api/fundings, all passed together. */
export const FundingFilters = z.object({
  kind: text(100).optional(),
  status: FundingStatus.optional(),
  text: text(100).optional().meta({ description: "in the giver or the basis" }),
});
export type FundingFilters = z.infer<typeof FundingFilters>;

/** What a new source says. */
export const FundingBody = z.strictObject({
  kind: text(100),
  giverZh: text(200),
  giverEn: text(200).nullable().default(null),
  amountYuan: Yuan.nullable().default(null),
  status: FundingStatus,
  dated: Day,
  basis: text(500),
  jurisdiction: Jurisdiction,
  level: z.enum(["public", "internal"]).default("public"),
});
export type FundingBody = z.infer<typeof FundingBody>;
/** PATCH /api/fundings/{id}: what changes, and why. */
export const FundingPatch = z.strictObject({
  kind: text(100).optional(),
  giverZh: text(200).optional(),
  giverEn: text(200).nullable().optional(),
  amountYuan: Yuan.nullable().optional(),
  status: FundingStatus.optional(),
  dated: Day.optional(),
  basis: text(500).optional(),
  jurisdiction: Jurisdiction.optional(),
  reason: z.string().trim().min(4, "says why, in four characters or more").max(1000),
});
export type FundingPatch = z.infer<typeof FundingPatch>;

/** PUT /api/fundings/{id}/allocations: so much to one project or one package; null takes it back. */
export const Allocation = z
  .strictObject({
    project: Id.optional(),
    package: Id.optional(),
    amountYuan: Yuan.nullable(),
  })
  .refine((given) => (given.project === undefined) !== (given.package === undefined), {
    error: "names a project or a package, one of the two",
    path: ["project"],
  });
export type Allocation = z.infer<typeof Allocation>;

/** PUT /api/fundings/{id}/shares: what a project gets of the money of this source that its package got; null takes it back. */
export const Share = z.strictObject({ package: Id, project: Id, amountYuan: Yuan.nullable() });
export type Share = z.infer<typeof Share>;

/** A package 资金打捆: projects of a renewal district (`zone`) paid together. given = shared + unshared. */
export const FundingPackage = z.object({
  ...Names,
  zone: z.string(),
  givenYuan: z.number(),
  sharedYuan: z.number(),
  unsharedYuan: z.number(),
  fundings: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      giverZh: z.string(),
      giverEn: z.string().nullable(),
      status: HeldStatus,
      amountYuan: z.number(),
      sharedYuan: z.number(),
    }),
  ),
  projects: z.array(z.object({ ...Names, extent: Extent, sharedYuan: z.number() })),
});
export type FundingPackage = z.infer<typeof FundingPackage>;
export const FundingPackageList = list(FundingPackage);
export type FundingPackageList = z.infer<typeof FundingPackageList>;

export const FundingPackageBody = z.strictObject({
  nameZh: text(200),
  nameEn: text(200).nullable().default(null),
  zone: Id.meta({ description: "id of a renewal district" }),
  projects: z.array(Id).min(1).max(500),
  level: z.enum(["public", "internal"]).default("public"),
});
export type FundingPackageBody = z.infer<typeof FundingPackageBody>;
/** PUT /api/funding-packages/{id}/projects: the projects of a package; one that holds a share of it stays. */
export const PackageProjects = z.strictObject({ projects: z.array(Id).min(1).max(500) });
