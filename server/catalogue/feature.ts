import type { FeatureReply, RelatedFeature } from "../contract/catalogue.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound, unknownLayer } from "../errors.ts";
import { tileLayer } from "../tiles/layers.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./feature.sql", import.meta.url);
const relatedSql = loadSql("./related-features.sql", import.meta.url);

type Row = Pick<FeatureReply, "geometry" | "dataVersion"> & {
  facts: Record<string, unknown>;
  dataset: string;
  sourceId: string | null;
  asOf: string | null;
};

/** One feature with all its facts and what it belongs to, null where unknown; throws unknown-layer or not-found. */
export async function readFeature(
  database: Database,
  { districtId, levels }: Scope,
  layer: string,
  id: string,
): Promise<FeatureReply> {
  if (!tileLayer(layer)) throw unknownLayer(layer);
  const { rows } = await database.query<Row>(sql, [districtId, layer, id, levels]);
  const row = rows[0];
  if (!row) throw notFound(`feature of that id in the layer ${layer}`);
  const related = await database.query<RelatedFeature>(relatedSql, [
    ...[districtId, layer, id, levels],
    JSON.stringify(row.geometry),
  ]);
  return {
    type: "Feature",
    id,
    layer,
    geometry: row.geometry,
    properties: without(camelCased(row.facts), hiddenFields(layer, levels)),
    related: related.rows,
    source: { dataset: row.dataset, sourceId: row.sourceId, asOf: row.asOf },
    dataVersion: row.dataVersion,
  };
}

const without = (facts: Record<string, unknown>, hidden: readonly string[]) =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => !hidden.includes(field)));

// columns are named as the contract's fields in snake case: floors_above is floorsAbove
function camelCased(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([column, value]) => [
      column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
