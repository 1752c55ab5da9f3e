import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { OSMTransform } from "osm-pbf-parser-node";
import { StartupError } from "../../startup-error.ts";
import type { Tags } from "../tag-table.ts";

/** A node of the source; EPSG:4326. */
export interface OsmNode {
  readonly type: "node";
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Tags;
}
/** A way of the source; refs are node ids in their order. */
export interface OsmWay {
  readonly type: "way";
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Tags;
}
/** A relation of the source. */
export interface OsmRelation {
  readonly type: "relation";
  readonly id: number;
  readonly members: readonly {
    readonly type: "node" | "way" | "relation";
    readonly ref: number;
    readonly role: string;
  }[];
  readonly tags?: Tags;
}
/** The first item of a file: what it needs and, where the writer says so, how recent it is (seconds since 1970). */
export interface OsmHeader {
  readonly type?: undefined;
  readonly required_features: readonly string[];
  readonly osmosis_replication_timestamp: number;
}
/** What a PBF file holds. */
export type OsmItem = OsmHeader | OsmNode | OsmWay | OsmRelation;

const READ_BYTES = 1 << 20;
const KNOWN_FEATURES = ["OsmSchema-V0.6", "DenseNodes"];
// a PBF file begins with the length of a short blob header that names its type
const START_BYTES = 64;
const RIGHT = "--pbf takes an OpenStreetMap extract (.osm.pbf)";

/**
 * The items of a PBF file in their order, streamed with bounded memory. Throws StartupError naming the file for one that
 * is missing, is no PBF, is cut short, or needs what this reader does not know; items may have been given out by then.
 */
export async function* readPbf(file: string): AsyncGenerator<OsmItem> {
  await requirePbf(file);
  const transform = new GuardedTransform({ withTags: true, withInfo: false });
  let failure: Error | null | undefined;
  pipeline(createReadStream(file, { highWaterMark: READ_BYTES }), transform, (error) => {
    failure = error;
  });
  try {
    for await (const items of transform as AsyncIterable<OsmItem[]>) {
      for (const item of items) {
        if (item.type === undefined) requireFeatures(item, file);
        yield item;
      }
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `${file} is broken or cut short (${messageOf(failure ?? error)}); download it again.`,
    );
  }
}

// the parser throws where a stream must report, which would end the process
class GuardedTransform extends OSMTransform {
  override _transform(...[chunk, encoding, next]: Parameters<OSMTransform["_transform"]>): void {
    try {
      super._transform(chunk, encoding, next);
    } catch (error) {
      next(error as Error);
    }
  }

  override _flush(next: Parameters<OSMTransform["_flush"]>[0]): void {
    try {
      super._flush(next);
    } catch (error) {
      next(error as Error);
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function requirePbf(file: string): Promise<void> {
  const start = await readStart(file);
  const headerBytes = start.length >= 4 ? start.readUInt32BE(0) : 0;
  if (headerBytes > 0 && headerBytes < START_BYTES && start.includes("OSMHeader")) return;
  throw new StartupError(`${file} is not a PBF file; ${RIGHT}.`);
}

async function readStart(file: string): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    throw new StartupError(`${file} cannot be read; ${RIGHT}.`);
  }
}

function requireFeatures(header: OsmHeader, file: string): void {
  const unknown = header.required_features.find((feature) => !KNOWN_FEATURES.includes(feature));
  if (unknown === undefined) return;
  throw new StartupError(
    `${file} needs ${unknown}, which this program does not read; write it with osmium cat.`,
  );
}
