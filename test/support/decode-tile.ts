import { PbfReader } from "pbf";

export type DecodedFeature = {
  id: number;
  type: number;
  attributes: Record<string, string | number | boolean>;
  /** Points, lines or rings (open, as drawn), tile units. */
  parts: [number, number][][];
};
export type DecodedLayer = {
  name: string;
  version: number;
  extent: number;
  keys: string[];
  values: (string | number | boolean)[];
  features: DecodedFeature[];
};

type RawFeature = { id: number; tags: number[]; type: number; commands: number[] };

/** Reads a vector tile (MVT 2.1) field by field from the specification, sharing nothing with the encoder. */
export function decodeTile(bytes: Uint8Array): DecodedLayer[] {
  return new PbfReader(bytes).readFields((tag, layers: DecodedLayer[], reader) => {
    if (tag === 3) layers.push(decodeLayer(reader.readBytes()));
  }, []);
}

function decodeLayer(bytes: Uint8Array): DecodedLayer {
  const raw: RawFeature[] = [];
  const layer: DecodedLayer = { name: "", version: 1, extent: 4096, keys: [], values: [], features: [] };
  new PbfReader(bytes).readFields((tag, into: DecodedLayer, reader) => {
    if (tag === 15) into.version = reader.readVarint();
    else if (tag === 1) into.name = reader.readString();
    else if (tag === 5) into.extent = reader.readVarint();
    else if (tag === 3) into.keys.push(reader.readString());
    else if (tag === 4) into.values.push(decodeValue(reader.readBytes()));
    else if (tag === 2) raw.push(decodeFeature(reader.readBytes()));
  }, layer);
  layer.features = raw.map((feature) => ({
    id: feature.id,
    type: feature.type,
    attributes: attributesOf(feature.tags, layer),
    parts: partsOf(feature.commands),
  }));
  return layer;
}

function decodeFeature(bytes: Uint8Array): RawFeature {
  const feature: RawFeature = { id: 0, tags: [], type: 0, commands: [] };
  return new PbfReader(bytes).readFields((tag, into: RawFeature, reader) => {
    if (tag === 1) into.id = reader.readVarint();
    else if (tag === 2) reader.readPackedVarint(into.tags);
    else if (tag === 3) into.type = reader.readVarint();
    else if (tag === 4) reader.readPackedVarint(into.commands);
  }, feature);
}

function decodeValue(bytes: Uint8Array): string | number | boolean {
  const reader = new PbfReader(bytes);
  let value: string | number | boolean | undefined;
  reader.readFields((tag) => {
    if (tag === 1) value = reader.readString();
    else if (tag === 2) value = reader.readFloat();
    else if (tag === 3) value = reader.readDouble();
    else if (tag === 4) value = reader.readVarint(true);
    else if (tag === 5) value = reader.readVarint();
    else if (tag === 6) value = reader.readSVarint();
    else if (tag === 7) value = reader.readBoolean();
  }, undefined);
  if (value === undefined) throw new Error("A value of the tile holds nothing.");
  return value;
}

function attributesOf(tags: number[], { keys, values }: DecodedLayer): DecodedFeature["attributes"] {
  const attributes: DecodedFeature["attributes"] = {};
  for (let place = 0; place < tags.length; place += 2) {
    const key = keys[tags[place]!];
    const value = values[tags[place + 1]!];
    if (key === undefined || value === undefined) throw new Error("A tag points beyond the keys or values.");
    attributes[key] = value;
  }
  return attributes;
}

function partsOf(commands: number[]): [number, number][][] {
  const parts: [number, number][][] = [];
  let [x, y, at] = [0, 0, 0];
  while (at < commands.length) {
    const command = commands[at]! & 7;
    const count = commands[at++]! >>> 3;
    if (command === 7) continue;
    for (let repeat = 0; repeat < count; repeat++) {
      x += unzigzag(commands[at++]!);
      y += unzigzag(commands[at++]!);
      if (command === 1) parts.push([[x, y]]);
      else parts.at(-1)!.push([x, y]);
    }
  }
  return parts;
}

const unzigzag = (value: number) => (value >>> 1) ^ -(value & 1);

/** Signed area in square tile units (y south): positive for an outer ring. */
export function ringArea(ring: [number, number][]): number {
  return (
    ring.reduce((sum, [x, y], place) => {
      const [nextX, nextY] = ring[(place + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}

/** Area of all rings of a feature, holes taken off. */
export function featureArea(feature: DecodedFeature): number {
  return feature.parts.reduce((sum, ring) => sum + ringArea(ring), 0);
}
