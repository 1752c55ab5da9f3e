import type { Scope, Writing } from "../catalogue/scope.ts";
import type { TakenImport, TakenImportList } from "../contract/indicator-values.ts";
import type { Database } from "../database/database.ts";
import { recordVersion } from "../database/version.ts";
import { requireStanding, requireUnchanged } from "../tables/take-back.ts";

const listSql = `SELECT taken.version, kind, file_name AS "fileName", rows,
  to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, undone_version IS NOT NULL AS undone
FROM finding_import taken JOIN data_version written ON written.id = taken.version
WHERE taken.district_id = $1 AND ($2::bigint IS NULL OR taken.version = $2) ORDER BY taken.version DESC LIMIT 100`;
// of findings that something has come of
const goneOnSql = `SELECT finding.id, title FROM finding JOIN finding_standing standing USING (district_id, id)
WHERE district_id = $1 AND import_version = $2 AND (state <> 'open'
  OR EXISTS (SELECT FROM finding_recheck recheck WHERE recheck.district_id = $1 AND recheck.finding = finding.id))
ORDER BY title LIMIT 20`;
const deleteSql = {
  findings: `DELETE FROM finding WHERE district_id = $1 AND import_version = $2
RETURNING id, to_jsonb(finding) - ARRAY['district_id', 'import_version'] AS before`,
  "indicator-values": `DELETE FROM indicator_value WHERE district_id = $1 AND import_version = $2
RETURNING id, to_jsonb(indicator_value) - ARRAY['district_id', 'import_version'] AS before`,
} as const;
const markSql = "UPDATE finding_import SET undone_version = $2 WHERE version = $1";
const LAYER = { findings: "finding", "indicator-values": "indicator-value" } as const;

/** The files that were taken, the latest first. */
export async function listImports(database: Database, { districtId }: Scope): Promise<TakenImportList> {
  const { rows } = await database.query<TakenImport>(listSql, [districtId, null]);
  return { items: rows, total: rows.length, next: null };
}

/**
 * Takes back every row of a file. Throws not-found, and conflict where that was done, or something has come of a finding of
 * it (`details.findings`).
 */
export async function undoImport(
  database: Database,
  { districtId, actor }: Writing,
  version: number,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const { rows } = await transaction.query<TakenImport>(listSql, [districtId, version]);
    const { kind, fileName } = requireStanding(rows[0]);
    requireUnchanged("findings", (await transaction.query(goneOnSql, [districtId, version])).rows);
    type Gone = { readonly id: string; readonly before: unknown };
    const gone = await transaction.query<Gone>(deleteSql[kind], [districtId, version]);
    const undone = await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId, actorId: actor.id, note: `taken back: ${fileName}` },
      changes: gone.rows.map(({ id, before }) => ({
        layer: LAYER[kind],
        featureId: id,
        op: "delete",
        before,
      })),
    });
    await transaction.query(markSql, [version, undone]);
  });
}
