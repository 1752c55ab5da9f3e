import fc from "fast-check";

type Point = readonly [x: number, y: number];

/** An area and the two parts it is cut into, as open rings in any plane; the parts share the cut's points. */
export interface SplitArea {
  readonly whole: Point[];
  readonly parts: readonly [Point[], Point[]];
}

interface StarOf {
  readonly centre: fc.Arbitrary<Point>;
  readonly minRadius: number;
  readonly maxRadius: number;
}

/**
 * Star-shaped areas of 4 to 10 corners round a centre, cut by two straight lines from a point of one side over the centre
 * to a point of another side: slanted, and as often as not bent. Both points become corners of the whole as well, so that
 * whole and parts have the same outline to the last bit.
 */
export function splitAreas({ centre, minRadius, maxRadius }: StarOf): fc.Arbitrary<SplitArea> {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const radius = fraction.map((at) => minRadius + at * (maxRadius - minRadius));
  return fc
    .record({
      centre,
      radii: fc.array(radius, { minLength: 4, maxLength: 10 }),
      turn: fraction,
      first: fraction,
      second: fraction,
      cuts: fc.tuple(fraction, fraction),
    })
    .map(({ centre: [x, y], radii, turn, first, second, cuts }) => {
      const corners = radii.map((r, index): Point => {
        const angle = 2 * Math.PI * ((index + turn) / radii.length);
        return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
      });
      const sides = corners.length;
      const from = Math.min(sides - 1, Math.floor(first * sides));
      const to = (from + 1 + Math.min(sides - 2, Math.floor(second * (sides - 1)))) % sides;
      return cut(corners, [x, y], [from, to], cuts);
    });
}

function cut(
  corners: readonly Point[],
  centre: Point,
  [from, to]: readonly [number, number],
  [fromAt, toAt]: readonly [number, number],
): SplitArea {
  const between = (side: number, at: number): Point => {
    const [a, b] = [corners[side]!, corners[(side + 1) % corners.length]!];
    // off the corners, so that no ring has two points in one place
    const t = 0.05 + 0.9 * at;
    return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  };
  const [start, end] = [between(from, fromAt), between(to, toAt)];
  const walk = (after: number, until: number) => {
    const passed: Point[] = [];
    for (let side = after; side !== until; side = (side + 1) % corners.length) {
      passed.push(corners[(side + 1) % corners.length]!);
    }
    return passed;
  };
  const [left, right] = [walk(from, to), walk(to, from)];
  return {
    whole: [start, ...left, end, ...right],
    parts: [
      [start, ...left, end, centre],
      [end, ...right, start, centre],
    ],
  };
}
