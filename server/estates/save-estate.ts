import type { Writing } from "../catalogue/scope.ts";
import type { EstateRecord } from "../contract/estates.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { atMost, given } from "../expected.ts";
import { readEstateRecord } from "./estates.ts";
import { readEstateRules, toldBy } from "./rules.ts";

const saveSql = loadSql("./save-estate-record.sql", import.meta.url);
const estateSql =
  "SELECT FROM zone WHERE district_id = $1 AND id = $2 AND kind = 'estate' AND level = ANY ($3)";

interface Given {
  readonly id: string;
  readonly record: EstateRecord;
  /** The version of the last change the writer has seen; null = none. */
  readonly seen: number | null;
}

/**
 * Takes down what is known of an estate, the whole record at once. Throws not-found, invalid-parameter where dates or counts
 * cannot be, and conflict where somebody else has written since it was read.
 */
export async function saveEstateRecord(
  database: Database,
  { districtId, levels, actor }: Writing,
  { id, record, seen }: Given,
): Promise<void> {
  checkRecord(record);
  await database.transaction(async (transaction) => {
    const { rows } = await transaction.query(estateSql, [districtId, id, levels]);
    if (rows.length === 0) throw notFound("estate of that id");
    const { record: before, changes } = await readEstateRecord(transaction, districtId, id);
    const last = changes[0]?.version ?? null;
    if (last !== seen) throw conflict("Somebody else has written since; read it again.", { version: last });
    const isTold = toldBy(await readEstateRules(transaction), levels);
    // what the writer is not told is not overwritten with nothing
    const after = before && !isTold(before) ? { ...record, ...ownersOf(before) } : record;
    await transaction.query(saveSql, [districtId, id, JSON.stringify(columnsOf(after))]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "record of the estate", programmeOnly: true },
      changes: [
        {
          ...{ layer: "estate-record", featureId: id },
          ...{ op: before === null ? "insert" : "update", before, after },
        },
      ],
    });
  });
}

function checkRecord(record: EstateRecord): void {
  requireCome("surveyedOn", record.surveyedOn);
  requireCome("consentOn", record.consentOn);
  if ((record.surveyedOn === null) !== (record.surveyedBy === null)) {
    const missing = record.surveyedOn === null ? "surveyedOn" : "surveyedBy";
    throw invalidParameter(missing, null, given(": a survey has a date and says who made it"));
  }
  const most = [
    ["ownersVoted", "owners"],
    ["ownersAgreed", "ownersVoted"],
    ["votedSqm", "ownedSqm"],
    ["agreedSqm", "votedSqm"],
  ] as const;
  for (const [part, whole] of most) {
    const [few, all] = [record[part], record[whole]];
    if (few !== null && all === null) throw invalidParameter(whole, null, given(`, as ${part} is`));
    if (few !== null && all !== null && few > all) {
      throw invalidParameter(part, few, atMost(all, `, which is ${whole}`));
    }
  }
}

const ownersOf = ({ owners, ownersVoted, ownersAgreed, ownedSqm, votedSqm, agreedSqm }: EstateRecord) => ({
  ...{ owners, ownersVoted, ownersAgreed, ownedSqm, votedSqm, agreedSqm },
});

// columns are named as the contract's fields in snake case
const columnsOf = (record: EstateRecord) =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
