import { createHash, randomUUID } from "node:crypto";
import type { Scope, Writing } from "../catalogue/scope.ts";
import { EVIDENCE_FILE_TYPES, MAX_EVIDENCE_FILES } from "../contract/evidence-file.ts";
import type { EvidenceKind } from "../contract/programme.ts";
import type { Database } from "../database/database.ts";
import { recordVersion } from "../database/version.ts";
import { invalidParameter, notFound, unsupportedFormat } from "../errors.ts";
import { atMost } from "../expected.ts";
import { readStageFacts } from "../programme/stage-facts.ts";

/** What was done of a project, with which files are kept. */
interface Of {
  readonly project: string;
  readonly kind: EvidenceKind;
}
interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

const countSql =
  "SELECT count(*)::int AS files FROM evidence_file WHERE district_id = $1 AND project_id = $2 AND kind = $3";
const insertSql = `INSERT INTO evidence_file (district_id, id, project_id, kind, name, media_type, content)
VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const readSql = `SELECT name, media_type AS "mediaType", content FROM evidence_file
WHERE district_id = $1 AND project_id = $2 AND kind = $3 AND id = $4`;
const removeSql = `DELETE FROM evidence_file WHERE district_id = $1 AND project_id = $2 AND kind = $3 AND id = $4
RETURNING name, length(content) AS bytes, encode(sha256(content), 'hex') AS sha256`;

/**
 * Keeps a file with what was done. Throws not-found where nothing of the kind is taken down, unsupported-format where the file is
 * not what its name says, invalid-parameter where as many as may be are kept already.
 */
export async function addEvidenceFile(
  database: Database,
  { actor, ...scope }: Writing,
  { project, kind, name, content }: Of & { readonly name: string; readonly content: Buffer },
): Promise<void> {
  const mediaType = mediaTypeOf(name, content);
  const id = randomUUID();
  const sha256 = createHash("sha256").update(content).digest("hex");
  await database.transaction(async (transaction) => {
    const { evidence } = await readStageFacts(transaction, scope, project);
    if (!evidence.some((each) => each.kind === kind)) throw notFound(`${kind} on record to keep a file with`);
    const of = [scope.districtId, project, kind];
    const { rows } = await transaction.query<{ files: number }>(countSql, of);
    if (rows[0]!.files >= MAX_EVIDENCE_FILES)
      throw invalidParameter("files", rows[0]!.files + 1, atMost(MAX_EVIDENCE_FILES, ", all that are kept"));
    await transaction.query(insertSql, [scope.districtId, id, project, kind, name, mediaType, content]);
    await recordFile(transaction, { actor, ...scope }, { project, kind, id }, [
      null,
      { name, bytes: content.length, sha256 },
    ]);
  });
}

/** A kept file; throws not-found. */
export async function readEvidenceFile(
  database: Database,
  scope: Scope,
  { project, kind, id }: Of & { readonly id: string },
): Promise<StoredFile> {
  await readStageFacts(database, scope, project);
  const { rows } = await database.query<StoredFile>(readSql, [scope.districtId, project, kind, id]);
  if (!rows[0]) throw notFound("file of that id");
  return rows[0];
}

/** Takes a kept file away; throws not-found. */
export async function removeEvidenceFile(
  database: Database,
  { actor, ...scope }: Writing,
  { project, kind, id }: Of & { readonly id: string },
): Promise<void> {
  await database.transaction(async (transaction) => {
    await readStageFacts(transaction, scope, project);
    const { rows } = await transaction.query(removeSql, [scope.districtId, project, kind, id]);
    if (!rows[0]) throw notFound("file of that id");
    await recordFile(transaction, { actor, ...scope }, { project, kind, id }, [rows[0], null]);
  });
}

function recordFile(
  database: Database,
  { districtId, actor }: Writing,
  { project, kind, id }: Of & { readonly id: string },
  [before, after]: readonly [unknown, unknown],
): Promise<number> {
  return recordVersion(database, {
    ...{ districtId, actorId: actor.id, programmeOnly: true },
    note: after === null ? "file taken away" : "file kept",
    changes: [
      {
        ...{ layer: "evidence-file", featureId: `${project}/${kind}/${id}` },
        ...{ op: after === null ? "delete" : "insert", before, after },
      },
    ],
  });
}

// what the first bytes of each type are
const ZIP = "504b0304";
const BEGINNINGS: Readonly<Record<keyof typeof EVIDENCE_FILE_TYPES, string>> = {
  ...{ pdf: "25504446", jpg: "ffd8ff", jpeg: "ffd8ff", png: "89504e47" },
  ...{ ofd: ZIP, docx: ZIP, xlsx: ZIP },
};

function mediaTypeOf(name: string, content: Buffer): string {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const isKnown = ending in EVIDENCE_FILE_TYPES;
  const type = ending as keyof typeof EVIDENCE_FILE_TYPES;
  if (!isKnown || !content.subarray(0, 4).toString("hex").startsWith(BEGINNINGS[type]))
    throw unsupportedFormat("a PDF, OFD, JPEG, PNG, DOCX or XLSX file whose name ends so", {
      ...{ wanted: "attachment", value: name },
    });
  return EVIDENCE_FILE_TYPES[type];
}
