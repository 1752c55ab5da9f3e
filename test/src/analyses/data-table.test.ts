import { expect, test } from "vitest";
import { tsvOf } from "../../../src/analyses/data-table.tsx";

const COLUMNS = [
  { id: "name", label: "Name", value: ({ name }: { name: string; n: number | null }) => name },
  { id: "n", label: "m²", value: ({ n }: { name: string; n: number | null }) => n },
];

test("a copied table has tabs between cells, numbers unrounded, and nothing where nothing is known", () => {
  const rows = [
    { name: "a", n: 1234.5678 },
    { name: "b", n: null },
    { name: "c", n: 0 },
  ];
  expect(tsvOf(COLUMNS, rows)).toBe("Name\tm²\na\t1234.5678\nb\t\nc\t0");
});

test("a tab or a line break inside a cell does not part it", () => {
  expect(tsvOf(COLUMNS, [{ name: "a\tb\r\nc", n: 1 }])).toBe("Name\tm²\na b c\t1");
});
