import { expect, test } from "vitest";
import { packOutline, unpackOutline } from "../../../server/walking/packed-outline.ts";

test.each([
  { case: "nothing", outline: [] },
  {
    case: "two polygons, the first with two holes",
    outline: [
      [
        [
          [0, 0],
          [9, 0],
          [9, 9],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 2],
          [2, 1],
          [1, 1],
        ],
        [
          [4, 4],
          [5, 5],
          [5, 4],
          [4.5, 3],
          [4, 4],
        ],
      ],
      [
        [
          [106.5, 29.5],
          [106.6, 29.5],
          [106.6, 29.6],
          [106.5, 29.5],
        ],
      ],
    ],
  },
])("an outline of $case comes out of its arrays as it went in", ({ outline }) => {
  const packed = packOutline(outline as [number, number][][][]);
  expect(unpackOutline(packed)).toEqual(outline);
});
