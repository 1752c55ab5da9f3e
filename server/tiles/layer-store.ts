import { hiddenFields } from "../contract/internal-fields.ts";
import type { Database } from "../database/database.ts";
import { type ByteCache, byteCache } from "./byte-cache.ts";
import { appendFeature, columnarBuilder, finishLayer, type LayerRow } from "./columnar-builder.ts";
import type { ColumnarLayer } from "./columnar-layer.ts";
import type { LayerVersions } from "./layer-versions.ts";
import { changedWith, minZoomOf, type TileLayer } from "./layers.ts";

// small enough that reading a batch holds neither the HTTP loop nor the embedded database for long
const BATCH = 4000;
const STORE_BYTES = 512 * 2 ** 20;
const ATTEMPTS = 3;

/** Which rows of a layer: of one district, of the levels the reader may see. */
export type LayerView = {
  readonly districtId: string;
  readonly layer: TileLayer;
  readonly levels: readonly string[];
};

export type LayerStore = {
  /** The layer in columns with the version it is of; read from the database on first use and after a change. */
  load(view: LayerView): Promise<{ readonly columns: ColumnarLayer; readonly version: number }>;
};

type Entry = { version: number; columns: Promise<ColumnarLayer> };

/** A short key of a view: district, layer and levels. */
export function viewKey({ districtId, layer, levels }: LayerView): string {
  return `${districtId} ${layer.name} ${[...levels].sort().join("+")}`;
}

/** Keeps layers in memory, up to 512 MB in all; what is longest unused goes first. */
export function layerStore(database: Database, versions: LayerVersions): LayerStore {
  const entries: ByteCache<Entry> = byteCache(STORE_BYTES);

  function startReading(view: LayerView, key: string, version: number): Entry {
    const entry: Entry = { version, columns: readLayer(database, view) };
    entries.set(key, entry, 0);
    entry.columns.then(
      (columns) => entries.get(key) === entry && entries.set(key, entry, columns.bytes),
      () => entries.get(key) === entry && entries.delete(key),
    );
    return entry;
  }

  async function loadOnce(view: LayerView) {
    const key = viewKey(view);
    const version = versions.of(view.districtId, changedWith(view.layer));
    const known = entries.get(key);
    if (known?.version === version) return { version, columns: await known.columns };
    const columns = await startReading(view, key, version).columns;
    await versions.refresh();
    return { version, columns };
  }

  return {
    async load(view) {
      for (let attempt = 1; ; attempt++) {
        const loaded = await loadOnce(view);
        // a change that fell between two batches is noticed by now, and the layer is read again
        const current = versions.of(view.districtId, changedWith(view.layer));
        if (loaded.version === current || attempt === ATTEMPTS) return loaded;
      }
    },
  };
}

async function readLayer(
  database: Database,
  { districtId, layer, levels }: LayerView,
): Promise<ColumnarLayer> {
  const hidden = hiddenFields(layer.name, levels);
  const builder = columnarBuilder(layer.attributes.filter((name) => !hidden.includes(name)));
  let afterId = "";
  for (;;) {
    const { rows } = await database.query<LayerRow>(layer.sql, [districtId, levels, afterId, BATCH]);
    for (const row of rows) appendFeature(builder, row, minZoomOf(layer, row), layer.linesFrom);
    if (rows.length < BATCH) return finishLayer(builder);
    afterId = rows.at(-1)!.id;
  }
}
