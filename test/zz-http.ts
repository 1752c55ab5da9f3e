import { openDatabase } from "../server/database/database.ts";
import { createApp } from "../server/app.ts";
import { readConfig } from "../server/config.ts";
import { isochroneOverHttp } from "./bench/isochrone-over-http.ts";
const database = await openDatabase({ url: "postgres://postgres@127.0.0.1:55432/bench9" });
const app = createApp({ database, config: readConfig({ LOG_LEVEL: "silent" }) });
const url = `${await app.listen({ host: "127.0.0.1", port: 8811 })}/`;
console.log(JSON.stringify(await isochroneOverHttp(url, "bench9")));
await app.close(); await database.close();
