import type { Answerer } from "./analysis/answer.ts";
import type { Actor } from "./authorize.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database/database.ts";
import type { LayerVersions } from "./tiles/layer-versions.ts";

/** What every routes.ts gets from the application: a plugin is `async (app, context: RouteContext) => …`. */
export interface RouteContext {
  readonly database: Database;
  readonly config: Config;
  readonly actor: Actor;
  /** One for all routes: the districts that are live, and the versions of their layers. */
  readonly versions: LayerVersions;
  /** One for all routes: it may hold walking networks. */
  readonly answerer: Answerer;
}
