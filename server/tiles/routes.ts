import { gunzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { COLUMNS_TYPE } from "../contract/building-columns.ts";
import { watchVersions } from "../database/version.ts";
import { invalidParameter, notFound, unknownLayer } from "../errors.ts";
import type { RouteContext } from "../route-context.ts";
import { changedWith, tileLayer } from "./layers.ts";
import { resolveDistrict } from "./resolve-district.ts";
import { columnsVersion, type ServedTile, tileService } from "./tile-service.ts";
import { MAX_ZOOM, type TileAddress } from "./world.ts";

const TileParams = z.object({
  z: z.coerce.number().int().min(0).max(MAX_ZOOM),
  x: z.coerce.number().int().min(0),
  y: z.coerce.number().int().min(0),
});
const LayerTileParams = TileParams.extend({ layer: z.string() });
const TileQuery = z.object({
  v: z.string().max(32).optional().meta({ description: "version of the layer from /api/layers" }),
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});

const MVT = "application/vnd.mapbox-vector-tile";
const FOR_A_YEAR = "public, max-age=31536000, immutable";
// one view of the map asks for hundreds of tiles, so they do not count against the rate of a client
const WITHOUT_LIMIT = { rateLimit: false } as const;

/** GET /tiles/{layer}/{z}/{x}/{y}.mvt, /tiles/terrain/{z}/{x}/{y}.png and /tiles/building-columns, of the levels the actor may see. */
export async function tileRoutes(
  instance: FastifyInstance,
  { database, actor }: RouteContext,
): Promise<void> {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const tiles = tileService(database);
  const { versions } = tiles;
  const watch = watchVersions(database, () => {
    // a failed look is made up for by the next change or the next request that names a newer version
    versions.refresh().catch((error: unknown) => app.log.warn(error));
  });
  app.addHook("onClose", async () => watch.stop());

  app.get(
    "/tiles/terrain/:z/:x/:y.png",
    { config: WITHOUT_LIMIT, schema: { params: TileParams, querystring: TileQuery } },
    async (request, reply) => {
      authorize(actor, "read", { kind: "terrain" });
      const tile = checkedAddress(request.params);
      const { v, district } = request.query;
      const districtId = await resolveDistrict(versions, district);
      if (v === undefined || v !== String(versions.of(districtId, "elevation"))) await versions.refresh();
      const served = await tiles.terrainTile(districtId, tile);
      // not 204: MapLibre 5 takes an empty elevation tile for one pixel and fails on its neighbours
      if (!served.body) throw notFound(`terrain at ${tile.z}/${tile.x}/${tile.y}`);
      return sendTile(request, reply.type("image/png"), served, v);
    },
  );

  app.get(
    "/tiles/:layer/:z/:x/:y.mvt",
    { config: WITHOUT_LIMIT, schema: { params: LayerTileParams, querystring: TileQuery } },
    async (request, reply) => {
      authorize(actor, "read", { kind: "tile" });
      const layer = tileLayer(request.params.layer);
      if (!layer) throw unknownLayer(request.params.layer);
      const tile = checkedAddress(request.params);
      const { v, district } = request.query;
      const districtId = await resolveDistrict(versions, district);
      if (v === undefined || v !== String(versions.of(districtId, changedWith(layer))))
        await versions.refresh();
      const served = await tiles.vectorTile({ districtId, layer, levels: visibleLevels(actor) }, tile);
      return sendGzipped(request, reply.type(MVT), served, v);
    },
  );

  app.get(
    "/tiles/building-columns",
    {
      schema: {
        summary:
          "Every building of a district as a point with what it is coloured by, in columns (see the contract)",
        querystring: TileQuery.extend({
          v: TileQuery.shape.v.meta({
            description: "the greater version of building and parcel in /api/layers",
          }),
        }),
      },
    },
    async (request, reply) => {
      authorize(actor, "read", { kind: "building" });
      const { v, district } = request.query;
      const districtId = await resolveDistrict(versions, district);
      if (v === undefined || v !== String(columnsVersion(versions, districtId))) await versions.refresh();
      const served = await tiles.buildingColumns({ districtId, levels: visibleLevels(actor) });
      return sendGzipped(request, reply.type(COLUMNS_TYPE), served, v);
    },
  );
}

function checkedAddress({ z: zoom, x, y }: TileAddress): TileAddress {
  const last = 2 ** zoom - 1;
  if (x > last) throw invalidParameter("x", x, `0 to ${last} at zoom ${zoom}`);
  if (y > last) throw invalidParameter("y", y, `0 to ${last} at zoom ${zoom}`);
  return { z: zoom, x, y };
}

function sendGzipped(request: FastifyRequest, reply: FastifyReply, tile: ServedTile, v: string | undefined) {
  reply.header("vary", "accept-encoding");
  const takesGzip = /\b(gzip|\*)/.test(request.headers["accept-encoding"] ?? "");
  if (tile.body && !takesGzip) return sendTile(request, reply, { ...tile, body: gunzipSync(tile.body) }, v);
  if (tile.body) reply.header("content-encoding", "gzip");
  return sendTile(request, reply, tile, v);
}

/** Sends a tile, or 304 where the client has it, or 204 where it is empty; kept for a year only if `v` is its version. */
function sendTile(request: FastifyRequest, reply: FastifyReply, tile: ServedTile, v: string | undefined) {
  reply.header("etag", tile.etag);
  reply.header("cache-control", v === String(tile.version) ? FOR_A_YEAR : "no-cache");
  if (matches(request.headers["if-none-match"], tile.etag)) {
    return reply.removeHeader("content-encoding").code(304).send();
  }
  return tile.body ? reply.send(tile.body) : reply.code(204).send();
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const given = ifNoneMatch?.split(",").map((tag) => tag.trim());
  return given?.some((tag) => tag === "*" || tag === etag || `W/${tag}` === etag) ?? false;
}
