// Imports a district in a process of its own and kills it at a statement: killed-import.ts TARGET ID PBF BOUNDARY AT.
// TARGET is a URL or a data directory; without being killed it prints the statement that made the dataset live.
import { type Database, openDatabase } from "../../server/database/database.ts";
import { importOsm } from "../../server/import/osm/import-osm.ts";

const [target, id, pbf, boundary, at] = process.argv.slice(2) as [string, string, string, string, string];
let statements = 0;
let live = 0;

/** A database that counts statements and dies before the one asked for, as kill -9 would have it. */
function mortal(database: Database): Database {
  return {
    embedded: database.embedded,
    close: () => database.close(),
    transaction: async (work) => {
      const result = await database.transaction((inner) => work(mortal(inner)));
      live = statements;
      return result;
    },
    query: (sql, values) => {
      if (++statements === Number(at)) process.kill(process.pid, "SIGKILL");
      return database.query(sql, values);
    },
  };
}

const database = await openDatabase(
  target.startsWith("postgres") ? { url: target } : { dataDir: target, join: true },
);
await importOsm(
  mortal(database),
  {
    ...{ pbf, boundary, dem: [], population: 10, replace: true, actorId: "test" },
    district: { id, adcode: "999999", nameZh: "试验区", nameEn: null, sample: false },
  },
  { line: () => undefined, step: (_, work) => work() },
);
process.stdout.write(`${live}\n`);
await database.close();
