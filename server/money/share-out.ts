import type { Writing } from "../catalogue/scope.ts";
import type { Share } from "../contract/funding.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { conflict, invalidParameter } from "../errors.ts";
import { holdFunding, recordPayment, requireLevel, tooMuch } from "./allocate.ts";

const shareRoomSql = loadSql("./share-room.sql", import.meta.url);
const shareSql = `INSERT INTO funding_share (district_id, funding, package, project_id, amount_yuan) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (district_id, funding, package, project_id) DO UPDATE SET amount_yuan = EXCLUDED.amount_yuan`;
const unshareSql =
  "DELETE FROM funding_share WHERE district_id = $1 AND funding = $2 AND package = $3 AND project_id = $4";

/**
 * Shares out what a package got of a source to one of its projects, null = takes it back. Throws not-found; invalid-parameter
 * for a project that is not of the package; conflict where the package got nothing of the source or too little is left.
 */
export async function shareOut(
  database: Database,
  { actor, ...scope }: Writing,
  { funding, package: bundle, project, amountYuan }: Share & { readonly funding: string },
): Promise<void> {
  const { districtId } = scope;
  await database.transaction(async (transaction) => {
    await holdFunding(transaction, scope, funding);
    await requireLevel(transaction, scope, { target: "package", id: bundle });
    const key = [districtId, funding, bundle, project];
    const { rows } = await transaction.query<ShareRoom>(shareRoomSql, key);
    const room = rows[0]!;
    if (!room.isMember) throw invalidParameter("project", project, "the id of a project of the package");
    if (amountYuan !== null) {
      if (room.given === null) {
        throw conflict(
          "The package has got nothing of this source: allocate to it first.",
          { value: bundle },
          "package",
        );
      }
      const leftYuan = room.given - room.others;
      if (amountYuan > leftYuan) throw tooMuch(amountYuan, leftYuan, "the package has left of this source");
      await transaction.query(shareSql, [...key, amountYuan]);
    } else await transaction.query(unshareSql, key);
    const id = `${project}/${funding}/${bundle}`;
    await recordPayment(transaction, { actor, districtId }, { layer: "project-money", id, room, amountYuan });
  });
}

interface ShareRoom {
  readonly given: number | null;
  readonly before: number | null;
  readonly others: number;
  readonly isMember: boolean;
}
