import { sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Serves the built browser application from the folder: files under assets/ carry their hash in the name and never change. */
export function registerClient(app: FastifyInstance, clientDir: string): void {
  app.register(fastifyStatic, {
    root: clientDir,
    cacheControl: false,
    dotfiles: "ignore",
    preCompressed: true,
    schemaHide: true,
    setHeaders(reply, path) {
      // which of its forms is sent
      reply.setHeader("vary", "accept-encoding");
      const immutable = path.includes(`${sep}assets${sep}`);
      reply.setHeader("cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
