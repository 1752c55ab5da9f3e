import { writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { PbfWriter } from "pbf";

type Tags = Readonly<Record<string, string>>;
type Member = readonly ["node" | "way" | "relation", number, string?];

const MEMBER_TYPES = ["node", "way", "relation"];
// a place in a country nobody maps, so that no test depends on a real one; one degree is 111,320 m at the equator
const METRES_PER_DEGREE = 111_320;

/**
 * A small OpenStreetMap file made by hand: nodes at metres east and north of longitude 0, latitude 0, ways and relations;
 * `write` makes it a real PBF file.
 */
export class OsmFile {
  private readonly strings: string[] = [""];
  private readonly nodes: { id: number; lon: number; lat: number; tags: Tags }[] = [];
  private readonly ways: { id: number; refs: readonly number[]; tags: Tags }[] = [];
  private readonly relations: { id: number; members: readonly Member[]; tags: Tags }[] = [];

  /** lon, lat of metres east and north, to the 1e-7 degrees of OSM. */
  static toLonLat(x: number, y: number): [number, number] {
    const round = (metres: number) => Math.round((metres / METRES_PER_DEGREE) * 1e7) / 1e7;
    return [round(x), round(y)];
  }

  /** Adds a node and answers with its id. */
  node(x: number, y: number, tags: Tags = {}): number {
    const [lon, lat] = OsmFile.toLonLat(x, y);
    this.nodes.push({ id: this.nodes.length + 1, lon, lat, tags });
    return this.nodes.length;
  }

  /** Adds a way through nodes (ids, or places that become nodes) and answers with its id. */
  way(places: readonly (number | readonly [number, number])[], tags: Tags): number {
    const refs = places.map((place) => (typeof place === "number" ? place : this.node(...place)));
    this.ways.push({ id: this.ways.length + 1, refs, tags });
    return this.ways.length;
  }

  /** Adds a closed way round a rectangle and answers with its id. */
  rectangle(x: number, y: number, width: number, height: number, tags: Tags): number {
    const first = this.node(x, y);
    return this.way([first, [x + width, y], [x + width, y + height], [x, y + height], first], tags);
  }

  /** Adds a relation and answers with its id. */
  relation(members: readonly Member[], tags: Tags): number {
    this.relations.push({ id: this.relations.length + 1, members, tags });
    return this.relations.length;
  }

  /** The file's bytes. */
  bytes(): Buffer {
    const header = new PbfWriter();
    header.writeStringField(4, "OsmSchema-V0.6");
    const groups = new PbfWriter();
    groups.writeMessage(2, (_, pbf) => this.writeNodes(pbf), null);
    groups.writeMessage(2, (_, pbf) => this.writeWays(pbf), null);
    groups.writeMessage(2, (_, pbf) => this.writeRelations(pbf), null);
    // the strings are known only now, and their order in the block is free
    groups.writeMessage(
      1,
      (_, pbf) => {
        for (const text of this.strings) pbf.writeBytesField(1, Buffer.from(text));
      },
      null,
    );
    return Buffer.concat([block("OSMHeader", header.finish()), block("OSMData", groups.finish())]);
  }

  /** Writes the file and answers with its path. */
  write(path: string): string {
    writeFileSync(path, this.bytes());
    return path;
  }

  private writeNodes(group: PbfWriter): void {
    for (const { id, lon, lat, tags } of this.nodes) {
      group.writeMessage(
        1,
        (_, pbf) => {
          pbf.writeSVarintField(1, id);
          this.writeTags(pbf, tags);
          pbf.writeSVarintField(8, Math.round(lat * 1e7));
          pbf.writeSVarintField(9, Math.round(lon * 1e7));
        },
        null,
      );
    }
  }

  private writeWays(group: PbfWriter): void {
    for (const { id, refs, tags } of this.ways) {
      group.writeMessage(
        3,
        (_, pbf) => {
          pbf.writeVarintField(1, id);
          this.writeTags(pbf, tags);
          pbf.writePackedSVarint(8, differences(refs));
        },
        null,
      );
    }
  }

  private writeRelations(group: PbfWriter): void {
    for (const { id, members, tags } of this.relations) {
      group.writeMessage(
        4,
        (_, pbf) => {
          pbf.writeVarintField(1, id);
          this.writeTags(pbf, tags);
          pbf.writePackedVarint(
            8,
            members.map(([, , role]) => this.string(role ?? "")),
          );
          pbf.writePackedSVarint(9, differences(members.map(([, ref]) => ref)));
          pbf.writePackedVarint(
            10,
            members.map(([type]) => MEMBER_TYPES.indexOf(type)),
          );
        },
        null,
      );
    }
  }

  private writeTags(pbf: PbfWriter, tags: Tags): void {
    pbf.writePackedVarint(
      2,
      Object.keys(tags).map((key) => this.string(key)),
    );
    pbf.writePackedVarint(
      3,
      Object.values(tags).map((value) => this.string(value)),
    );
  }

  private string(text: string): number {
    const known = this.strings.indexOf(text);
    return known >= 0 ? known : this.strings.push(text) - 1;
  }
}

function differences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}

function block(type: string, content: Uint8Array): Buffer {
  const blob = new PbfWriter();
  blob.writeVarintField(2, content.length);
  blob.writeBytesField(3, deflateSync(content));
  const bytes = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, bytes.length);
  const head = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, bytes]);
}
