import { describe, expect, test } from "vitest";
import type { ProjectTerm } from "../../../server/contract/projects.ts";
import { byEdition } from "../../../src/locale/category-text.ts";
import { termName, yearsText } from "../../../src/locale/project-text.ts";
import { INITIAL_STATE } from "../../../src/state/app-state.ts";
import { facetsOf, selectIsNarrowed, selectProjectQuestion } from "../../../src/state/projects.ts";
import { groupedByLayer } from "../../../src/state/search.ts";

const term = (code: string, nameEn: string): ProjectTerm => ({
  kind: "stage",
  code,
  nameZh: code,
  nameEn,
  edition: null,
  status: "unverified",
  source: "test",
});
const TERMS = [term("储备", "Pool"), term("在建", "Under construction")];

test("the counts of a filter stand in the order of the terms, strangers after them, unknown last", () => {
  const facet = (value: string | null) => ({ field: "stage" as const, value, projects: 1 });
  const other = { field: "category" as const, value: "储备", projects: 9 };
  const facets = [facet(null), facet("暂停"), facet("在建"), other, facet("储备")];
  expect(facetsOf(facets, "stage", TERMS).map(({ value }) => value)).toEqual(["储备", "在建", "暂停", null]);
});

describe("the question of the list", () => {
  const ready = {
    ...INITIAL_STATE,
    district: "1",
    mode: "projects" as const,
    start: { status: "done", params: null, result: null } as const,
  };

  test("is asked in its mode, or where a project is looked at", () => {
    expect(selectProjectQuestion(ready)).toMatchObject({ district: "1", text: "", year: null });
    expect(selectProjectQuestion({ ...ready, mode: "explore" })).toBeNull();
    const looking = { ...ready, mode: "explore" as const, selection: { layer: "project", id: "p" } };
    expect(selectProjectQuestion(looking)).not.toBeNull();
  });

  test("is narrowed by a text that is more than blanks, or by any filter", () => {
    expect(selectIsNarrowed(ready)).toBe(false);
    expect(selectIsNarrowed({ ...ready, projectText: "  " })).toBe(false);
    expect(selectIsNarrowed({ ...ready, projectText: "路" })).toBe(true);
    const projectChoice = { ...ready.projectChoice, year: 2025 };
    expect(selectIsNarrowed({ ...ready, projectChoice })).toBe(true);
  });
});

test("a code is named in the reader's language, one that is no term by itself", () => {
  expect(termName(TERMS, { kind: "stage", code: "储备", language: "en" })).toBe("Pool");
  expect(termName(TERMS, { kind: "stage", code: "暂停", language: "en" })).toBe("暂停");
});

test("an unknown year is a question mark, never left out", () => {
  expect(yearsText({ yearStart: 2024, yearEnd: 2026 })).toBe("2024–2026");
  expect(yearsText({ yearStart: 2024, yearEnd: 2024 })).toBe("2024");
  expect(yearsText({ yearStart: null, yearEnd: 2026 })).toBe("?–2026");
  expect(yearsText({ yearStart: null, yearEnd: null })).toBeNull();
});

test("hits of one layer stand together, the layer of the best hit first", () => {
  const hit = (layer: string, id: string) =>
    ({ layer, id, kind: null, nameZh: id, nameEn: null, extent: [0, 0, 0, 0] }) as const;
  const given = [hit("zone", "a"), hit("road", "b"), hit("zone", "c")].map((each) => ({
    ...each,
    extent: [0, 0, 0, 0] as [number, number, number, number],
  }));
  expect(groupedByLayer(given).map(({ id }) => id)).toEqual(["a", "c", "b"]);
});

describe("categories", () => {
  const category = (code: string, edition: string): ProjectTerm => ({
    ...{ kind: "category", code, nameZh: code, nameEn: code, edition },
    ...{ status: "unverified", source: "test" },
  });
  const terms = [category("老旧小区", "2022"), category("公共空间", "2022"), category("城中村", "2024–2025")];

  test("stand edition by edition, and what is no term comes last and is not lost", () => {
    expect(byEdition(terms, ["异类", "城中村", "公共空间"])).toEqual([
      { edition: "2022", codes: ["公共空间"] },
      { edition: "2024–2025", codes: ["城中村"] },
      { edition: null, codes: ["异类"] },
    ]);
  });
});
