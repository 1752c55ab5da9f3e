import { z } from "zod";
import { Jurisdiction } from "./basis.ts";
import { Day } from "./day.ts";

/** The four lists 四重清单 of a district, and the measures of the municipality. */
export const LIST_KINDS = ["four-lists", "measures"] as const;
/** kept-up = done, and to be kept up. */
export const ITEM_STATES = ["not-begun", "under-way", "done", "kept-up", "dropped"] as const;
export const ItemState = z.enum(ITEM_STATES);
export type ItemState = z.infer<typeof ItemState>;
/** What of the real items is asked for: all that are entered, those done, those past their deadline. */
export const ITEM_STANDINGS = ["entered", "done", "overdue"] as const;
export type ItemStanding = (typeof ITEM_STANDINGS)[number];

const text = (max: number) => z.string().trim().min(1).max(max);

/** An item of a list; lead department and deadline are null where not told. */
export const ProgrammeItem = z.object({
  id: z.string(),
  list: z.string(),
  title: z.string(),
  leadDepartment: z.string().nullable(),
  deadline: Day.nullable(),
  overdue: z.boolean().meta({ description: "its deadline has passed and it is neither done nor dropped" }),
  state: ItemState,
  projects: z.array(z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() })),
  jurisdiction: Jurisdiction,
  source: z.string(),
  level: z.string(),
  invented: z.boolean(),
});
export type ProgrammeItem = z.infer<typeof ProgrammeItem>;

/** A list: how many its document says it holds, null = none is published for this district, and how many are entered. */
export const ProgrammeItemGroup = z.object({
  code: z.string(),
  kind: z.enum(LIST_KINDS),
  nameZh: z.string(),
  nameEn: z.string(),
  jurisdiction: Jurisdiction,
  published: z.number().nullable(),
  unitZh: z.string().nullable(),
  unitEn: z.string().nullable(),
  figure: z.string(),
  asOf: z.string().nullable(),
  sourceZh: z.string().nullable(),
  sourceEn: z.string().nullable(),
  entered: z.number().int().meta({ description: "real ones" }),
  invented: z.number().int(),
  done: z.number().int().meta({ description: "of the real ones" }),
  overdue: z.number().int().meta({ description: "of the real ones" }),
});
export type ProgrammeItemGroup = z.infer<typeof ProgrammeItemGroup>;

export const ProgrammeItemList = z.object({
  items: z.array(ProgrammeItem),
  total: z.number().int(),
  next: z.string().nullable(),
  lists: z.array(ProgrammeItemGroup),
  imports: z
    .array(z.object({ version: z.number().int(), at: z.string(), items: z.number().int() }))
    .meta({ description: "files brought in that can still be taken back, the newest first" }),
});
export type ProgrammeItemList = z.infer<typeof ProgrammeItemList>;

export const ItemFilters = z.object({
  list: z.string().min(1).max(64).optional(),
  state: ItemState.optional(),
  only: z.enum(ITEM_STANDINGS).optional().meta({
    description: "real ones only: all entered, those done or to be kept up, or those overdue",
  }),
});
export type ItemFilters = z.infer<typeof ItemFilters>;

/** What an item says, as it is entered or changed whole. `projects` are ids. */
export const ItemBody = z.strictObject({
  list: z.string().min(1).max(64),
  title: text(300),
  leadDepartment: text(200).nullable().default(null),
  deadline: Day.nullable().default(null),
  state: ItemState.default("not-begun"),
  projects: z.array(text(200)).max(50).default([]),
  source: text(500),
});
export type ItemBody = z.infer<typeof ItemBody>;

export const MAX_IMPORT_ROWS = 2000;
/** The columns of a file of items, in Chinese or by their names here; the first two must be there. */
export const ITEM_COLUMNS = {
  list: "清单",
  title: "标题",
  leadDepartment: "牵头单位",
  deadline: "完成时限",
  state: "状态",
  projects: "关联项目",
  source: "来源",
} as const;
export type ItemColumn = keyof typeof ITEM_COLUMNS;

/** POST /api/lists/checks and /imports: the text of a CSV file. `source` is that of rows which name none. */
/** A table of items, as CSV text or as an XLSX workbook; `source` is what it is known from. */
export const ItemFile = z
  .strictObject({
    csv: z.string().max(900_000).optional(),
    xlsx: z.base64().max(900_000).optional().meta({ description: "the workbook in base64" }),
    source: text(500),
  })
  .refine(({ csv, xlsx }) => (csv === undefined) !== (xlsx === undefined), {
    path: ["csv"],
    message: "either csv or xlsx",
  });
export type ItemFile = z.infer<typeof ItemFile>;

/** What a row of a file would do, or what is wrong with it: a code, the column, its value, and what would be right. */
export const ItemRow = z.object({
  line: z.number().int(),
  title: z.string(),
  outcome: z.enum(["new", "changed", "same", "wrong"]),
  changes: z.array(
    z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  problems: z.array(
    z.object({ code: z.string(), column: z.string(), value: z.string(), expected: z.string() }),
  ),
});
export type ItemRow = z.infer<typeof ItemRow>;
export const ItemFileReport = z.object({
  rows: z.array(ItemRow),
  counts: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    wrong: z.number().int(),
  }),
  version: z.number().int().nullable().meta({ description: "of the import, null = nothing was written" }),
});
export type ItemFileReport = z.infer<typeof ItemFileReport>;
