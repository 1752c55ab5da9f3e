import { constants } from "node:zlib";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import { rateLimited } from "../errors.ts";

// A page asks for some two hundred tiles when the map jumps; a burst of 100 questions is normal use.
const MAX_REQUESTS = 3_000;
const WINDOW_MS = 10_000;
const COMPRESS_FROM_BYTES = 1_024;
// in one go up to here, which holds the loop for some 2 ms: a stream of its own takes longer than the compression itself
const COMPRESS_AT_ONCE_BYTES = 128 * 1_024;
// answers are small and made anew: a tenth more bytes in half the time; the files of the page are compressed when they are built
const QUICK = 1;

/** Response headers, limits per client and compression for every route registered afterwards. */
export function registerSecurity(app: FastifyInstance, config: Config, maxRequests = MAX_REQUESTS): void {
  app.register(helmet, {
    // the service also runs on plain http inside an intranet
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy(config) },
  });
  app.register(rateLimit, {
    max: maxRequests,
    timeWindow: WINDOW_MS,
    errorResponseBuilder: (_request, context) => rateLimited(Math.max(1, Math.ceil(context.ttl / 1_000))),
  });
  app.register(compress, {
    threshold: COMPRESS_FROM_BYTES,
    syncThreshold: COMPRESS_AT_ONCE_BYTES,
    encodings: ["br", "gzip"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: QUICK } },
  });
}

// Only our own host, except the basemap an installation has configured. MapLibre makes its worker from a blob,
// the component library writes style elements.
function contentSecurityPolicy(config: Config): Record<string, string[]> {
  const basemap = config.basemapUrl === null ? [] : [new URL(config.basemapUrl).origin];
  return {
    "default-src": ["'self'"],
    "script-src": ["'self'"],
    "worker-src": ["'self'", "blob:"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", ...basemap],
    "connect-src": ["'self'", ...basemap],
    "font-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
  };
}
