import { FILTER_FIELDS, type FilterCondition } from "../contract/filter-count.ts";
import { FILTER_SORTS } from "../contract/filter-list.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import { forbiddenField } from "../errors.ts";

/** What a question may rest on: the conditions and the order of a question by conditions. */
interface Asked {
  readonly conditions?: readonly Pick<FilterCondition, "field">[];
  readonly sort?: string;
}

/** Throws forbidden, naming the first field of a question that readers of the levels are not told. */
export function refuseHiddenFields(params: object, levels: readonly string[]): void {
  const { conditions = [], sort }: Asked = params;
  const hidden = hiddenFields("building", levels);
  const allowedOf = (names: readonly string[]) => names.filter((name) => !hidden.includes(name));
  for (const [at, { field }] of conditions.entries()) {
    if (hidden.includes(field)) {
      throw forbiddenField(`conditions.${at}.field`, field, allowedOf(Object.keys(FILTER_FIELDS)));
    }
  }
  if (sort !== undefined && hidden.includes(sort)) {
    throw forbiddenField("sort", sort, allowedOf(FILTER_SORTS));
  }
}
