import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { MAX_EVIDENCE_FILE_BYTES } from "../contract/evidence-file.ts";
import { EvidenceKind, ProjectProgramme } from "../contract/programme.ts";
import { unsupportedFormat } from "../errors.ts";
import { readProgramme } from "../programme/programme.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, FILE_REFUSALS, InDistrict, scopesOf, WRITES } from "../scoped-routes.ts";
import { addEvidenceFile, readEvidenceFile, removeEvidenceFile } from "./evidence-files.ts";

const FILE_TYPE = "application/octet-stream";
const OfKind = ById.extend({ kind: EvidenceKind });
const OneFile = OfKind.extend({ file: z.string().min(1).max(64) });
const Named = InDistrict.extend({ name: z.string().trim().min(1).max(200).normalize("NFC") });

/** The files kept with what was done for a project, internal as a whole: they may name people. */
export async function evidenceFileRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const scopes = scopesOf(context, "evidence-files", "internal");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const answers = { querystring: InDistrict, response: { 200: ProjectProgramme, ...FILE_REFUSALS } };
  app.addContentTypeParser(
    FILE_TYPE,
    { parseAs: "buffer", bodyLimit: MAX_EVIDENCE_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );

  app.post(
    "/api/projects/:id/evidence/:kind/files",
    {
      config: WRITES,
      bodyLimit: MAX_EVIDENCE_FILE_BYTES,
      schema: {
        ...{ ...answers, params: OfKind, querystring: Named, consumes: [FILE_TYPE] },
        summary: "Keeps a file with what was done: PDF, OFD, JPEG, PNG, DOCX or XLSX",
      },
    },
    async ({ params: { id: project, kind }, query: { district, name }, body }) => {
      const scope = await scopes.write(district);
      if (!Buffer.isBuffer(body)) throw unsupportedFormat(`the file itself as ${FILE_TYPE}`);
      await addEvidenceFile(database, scope, { project, kind, name, content: body });
      return readProgramme(database, scope, project);
    },
  );
  app.get(
    "/api/projects/:id/evidence/:kind/files/:file",
    { schema: { params: OneFile, querystring: InDistrict, summary: "A file kept with what was done" } },
    async ({ params: { id: project, kind, file: id }, query }, reply) => {
      const of = { project, kind, id };
      const { name, mediaType, content } = await readEvidenceFile(
        database,
        await scopes.read(query.district),
        of,
      );
      return reply
        .type(mediaType)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(content);
    },
  );
  app.delete(
    "/api/projects/:id/evidence/:kind/files/:file",
    { config: WRITES, schema: { ...answers, params: OneFile, summary: "Takes a kept file away" } },
    async ({ params: { id: project, kind, file: id }, query }) => {
      const scope = await scopes.write(query.district);
      await removeEvidenceFile(database, scope, { project, kind, id });
      return readProgramme(database, scope, project);
    },
  );
}
