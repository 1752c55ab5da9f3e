interface Outline {
  readonly layer: string;
  readonly closed: boolean;
  /** x, y, and the bulge of the edge that follows: tan of a quarter of its angle. */
  readonly vertices: readonly (readonly [x: number, y: number, bulge?: number])[];
}

/** An ASCII DXF with lightweight polylines, `others` being raw entities in pairs of code and value. */
export function dxfText(
  outlines: readonly Outline[],
  {
    header = [],
    others = [],
  }: { readonly header?: readonly string[]; readonly others?: readonly string[] } = {},
): string {
  const layers = [...new Set(outlines.map(({ layer }) => layer))];
  return [
    ...["0", "SECTION", "2", "HEADER", ...header, "0", "ENDSEC"],
    ...["0", "SECTION", "2", "TABLES", "0", "TABLE", "2", "LAYER", "70", String(layers.length)],
    ...layers.flatMap((layer) => ["0", "LAYER", "2", layer, "70", "0", "62", "1", "6", "CONTINUOUS"]),
    ...["0", "ENDTAB", "0", "ENDSEC", "0", "SECTION", "2", "ENTITIES"],
    ...outlines.flatMap(({ layer, closed, vertices }) => [
      ...["0", "LWPOLYLINE", "8", layer, "90", String(vertices.length), "70", closed ? "1" : "0"],
      ...vertices.flatMap(([x, y, bulge]) => [
        ...["10", String(x), "20", String(y)],
        ...(bulge === undefined ? [] : ["42", String(bulge)]),
      ]),
    ]),
    ...others,
    ...["0", "ENDSEC", "0", "EOF", ""],
  ].join("\r\n");
}
