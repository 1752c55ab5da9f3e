// A worker thread does not inherit the loader that reads TypeScript: it is registered here, before the worker itself,
// whose file the first argument names.
import { register } from "tsx/esm/api";

register();
await import(process.argv[2]);
