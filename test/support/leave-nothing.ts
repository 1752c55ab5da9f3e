import { afterAll } from "vitest";
import { testDatabase } from "./database.ts";

// every table that holds rows of districts, and the districts themselves; the standards stay
const TABLES_OF_DISTRICTS = `
  SELECT string_agg(quote_ident(table_schema) || '.' || quote_ident(table_name), ', ') AS names
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema IN ('public', 'store') AND table_type = 'BASE TABLE'
    AND (column_name = 'district_id' OR (table_name = 'district' AND column_name = 'id'))`;

// a file that ends leaves no district to the next one: the service is ready only when every district is
afterAll(async () => {
  const database = await testDatabase();
  const { rows } = await database.query<{ names: string }>(TABLES_OF_DISTRICTS);
  await database.query(`TRUNCATE ${rows[0]?.names} CASCADE`);
  await database.close();
});
