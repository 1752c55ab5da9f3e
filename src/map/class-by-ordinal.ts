import type { ExpressionSpecification } from "maplibre-gl";

// a string is taken apart as a whole to read one letter of it
const CHUNK = 64;
const FIRST_LETTER = 48;

/**
 * The class of a building of the tiles, an expression by its ordinal: one letter for each, in strings of a few. The workers
 * colour with it while they make a tile, where feature states would be laid on the page's own thread, all of the district for
 * every tile that comes. Of an ordinal beyond the classes it is -1.
 */
export function classByOrdinal(classes: Uint8Array): ExpressionSpecification {
  if (classes.length === 0) return ["literal", -1] as unknown as ExpressionSpecification;
  const letters = [...new Set(classes)];
  const chunks: string[] = [];
  for (let from = 0; from < classes.length; from += CHUNK)
    chunks.push(
      String.fromCharCode(
        ...classes.subarray(from, from + CHUNK).map((each) => FIRST_LETTER + letters.indexOf(each)),
      ),
    );
  const ordinal = ["get", "ordinal"];
  const at = ["%", ordinal, CHUNK];
  const chunk = ["at", ["floor", ["/", ordinal, CHUNK]], ["literal", chunks]];
  const letter = ["slice", chunk, at, ["+", at, 1]];
  const cases = letters.flatMap((each, index) => [String.fromCharCode(FIRST_LETTER + index), each]);
  const isKnown = ["<", ["coalesce", ordinal, classes.length], classes.length];
  return ["case", isKnown, ["match", letter, ...cases, -1], -1] as unknown as ExpressionSpecification;
}
