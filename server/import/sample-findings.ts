import type { SampleFindings } from "../../geodata/generate/findings.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { insertFindings, toFindingRow } from "../findings/finding-rows.ts";

const chainSql = loadSql("./sample-findings.sql", import.meta.url);
const valuesSql = loadSql("../findings/insert-values.sql", import.meta.url);
const anySql = "SELECT EXISTS (SELECT FROM finding WHERE district_id = $1) AS any";
const recheckSql = `INSERT INTO finding_recheck (version, district_id, finding, checked_on, value, outcome, told_by)
VALUES ($1, $2, $3, $4, $5, $6, $7)`;

interface Writer {
  readonly districtId: string;
  readonly actorId: string;
}

/** Adds the findings of the sample district with what came of them, unless findings of it are there already. */
export async function writeSampleFindings(
  database: Database,
  { districtId, actorId }: Writer,
  { findings, proposals, links, rechecks, values }: SampleFindings,
): Promise<void> {
  const write = { districtId, actorId, programmeOnly: true, note: "generated sample findings" } as const;
  await database.transaction(async (transaction) => {
    const held = await transaction.query<{ any: boolean }>(anySql, [districtId]);
    if (held.rows[0]!.any) return;
    const rows = findings.map((finding) => ({ ...toFindingRow(finding), id: finding.id }));
    await insertFindings(transaction, districtId, { rows, importVersion: null });
    await transaction.query(chainSql, [districtId, JSON.stringify({ proposals, links })]);
    const version = await recordVersion(transaction, {
      ...write,
      changes: findings.map((after) => ({ layer: "finding", featureId: after.id, op: "insert", after })),
    });
    await transaction.query(valuesSql, [districtId, version, JSON.stringify(values), null]);
    // each check after works is a write of its own
    for (const { finding, checked_on, value, outcome, told_by } of rechecks) {
      const checked = await recordVersion(transaction, {
        ...write,
        changes: [
          {
            ...{ layer: "finding-recheck", featureId: `${finding}/${checked_on}`, op: "insert" },
            after: { checkedOn: checked_on, value, outcome, toldBy: told_by },
          },
        ],
      });
      await transaction.query(recheckSql, [
        checked,
        districtId,
        finding,
        checked_on,
        value,
        outcome,
        told_by,
      ]);
    }
  });
}
