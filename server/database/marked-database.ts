import type { Database } from "./database.ts";

/** A database, and a mark that tells afterwards whether nothing was asked of it since, nor being asked then. */
export function markedDatabase(database: Database): {
  readonly database: Database;
  readonly mark: () => () => boolean;
} {
  let [begun, open] = [0, 0];
  const counting = async <T>(work: Promise<T>): Promise<T> => {
    begun++;
    open++;
    try {
      return await work;
    } finally {
      open--;
    }
  };
  const marked: Database = {
    embedded: database.embedded,
    query: (sql, values) => counting(database.query(sql, values)),
    transaction: (work) => counting(database.transaction(work)),
    close: () => database.close(),
  };
  const mark = () => {
    const at = open === 0 ? begun : Number.NaN;
    return () => begun === at;
  };
  return { database: marked, mark };
}
