// A worker thread does not inherit the loader that reads TypeScript: it is registered here, before the worker itself.
import { register } from "tsx/esm/api";

register();
await import("./sample-worker.ts");
