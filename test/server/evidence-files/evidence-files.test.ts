import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { MAX_EVIDENCE_FILE_BYTES, MAX_EVIDENCE_FILES } from "../../../server/contract/evidence-file.ts";
import { ProjectProgramme } from "../../../server/contract/programme.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "evidence-files";
const STEP = "/api/projects/p1/evidence/residents-proposal";
const PDF = Buffer.from("%PDF-1.7 会议纪要");
let database: Database;
let whole: FastifyInstance;
let open: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedDistrict(database, DISTRICT);
  whole = appForTests(database, { INTERNAL: "1" });
  open = appForTests(database);
  const held = { heldOn: "2026-03-01", body: "社区居委会", passed: true };
  const reply = await whole.inject({
    ...{ method: "PUT", url: STEP, query: { district: DISTRICT }, payload: held },
  });
  expect(reply.statusCode).toBe(200);
});
afterAll(async () => {
  await Promise.all([whole.close(), open.close()]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const send = (app: FastifyInstance, name: string, payload: Buffer, step = STEP) =>
  app.inject({
    ...{ method: "POST", url: `${step}/files`, query: { district: DISTRICT, name }, payload },
    headers: { "content-type": "application/octet-stream" },
  });
const programmeOf = async (app: FastifyInstance) => {
  const url = `/api/projects/p1/programme?district=${DISTRICT}`;
  return ProjectProgramme.parse((await app.inject(url)).json());
};
const filesOf = async (app: FastifyInstance) =>
  (await programmeOf(app)).evidence.find(({ kind }) => kind === "residents-proposal")!.files;

it("is kept with its step, read as it was sent, and taken away with its trace left", async () => {
  const sent = await send(whole, "会议纪要（第1次）.PDF", PDF);
  expect(sent.statusCode).toBe(200);
  const [file] = (await filesOf(whole))!;
  expect(file).toMatchObject({
    name: "会议纪要（第1次）.PDF",
    mediaType: "application/pdf",
    bytes: PDF.length,
  });

  const url = `${STEP}/files/${file!.id}?district=${DISTRICT}`;
  const read = await whole.inject(url);
  expect(read.rawPayload.equals(PDF)).toBe(true);
  expect(read.headers).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "content-disposition": expect.stringMatching(/^attachment;/),
  });

  expect((await whole.inject({ method: "DELETE", url })).statusCode).toBe(200);
  expect(await filesOf(whole)).toEqual([]);
  expect((await whole.inject(url)).statusCode).toBe(404);
  const traces = (await programmeOf(whole)).changes.filter(({ entity }) => entity === "evidence-file");
  expect(traces.map(({ after }) => after === null)).toEqual([true, false]);
  expect(traces[0]!.before).toMatchObject({ name: "会议纪要（第1次）.PDF", bytes: PDF.length });
});

it("is not told, taken or given where only what is public is served", async () => {
  await send(whole, "签到表.pdf", PDF);
  const [file] = (await filesOf(whole))!;
  expect(await filesOf(open)).toBeNull();
  expect((await programmeOf(open)).changes.some(({ entity }) => entity === "evidence-file")).toBe(false);
  expect((await open.inject(`${STEP}/files/${file!.id}?district=${DISTRICT}`)).statusCode).toBe(403);
  expect((await send(open, "签到表.pdf", PDF)).statusCode).toBe(403);
});

it.each([
  ["表决票.pdf", Buffer.from("<script>alert(1)</script>"), 415, "unsupported-format"],
  ["页面.html", Buffer.from("<p>"), 415, "unsupported-format"],
  ["照片.png", PDF, 415, "unsupported-format"],
  ["空.pdf", Buffer.alloc(0), 415, "unsupported-format"],
  ["大.pdf", Buffer.alloc(MAX_EVIDENCE_FILE_BYTES + 1, PDF), 413, "payload-too-large"],
])("that is called %s and is not such a file is refused", async (name, content, status, code) => {
  const before = await filesOf(whole);
  const reply = await send(whole, name, content);
  expect([reply.statusCode, reply.json().error.code]).toEqual([status, code]);
  if (status === 413) expect(reply.json().error.details.maxBytes).toBe(MAX_EVIDENCE_FILE_BYTES);
  expect(await filesOf(whole)).toEqual(before);
});

it("needs a step that was taken down, and no more than so many are kept with one", async () => {
  const reply = await send(whole, "a.pdf", PDF, "/api/projects/p1/evidence/final-resolution");
  expect(reply.statusCode).toBe(404);
  for (let kept = (await filesOf(whole))!.length; kept < MAX_EVIDENCE_FILES; kept++)
    expect((await send(whole, `${kept}.pdf`, PDF)).statusCode).toBe(200);
  const refused = (await send(whole, "one-more.pdf", PDF)).json().error;
  expect(refused).toMatchObject({ code: "invalid-parameter", path: "files", details: { atMost: "20" } });
});
