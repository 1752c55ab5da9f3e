import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import { readProject } from "../catalogue/projects.ts";
import {
  EnteredProject,
  ProjectChange,
  ProjectEntry,
  ProjectFileReport,
  ProjectImportList,
  Responsibility,
} from "../contract/entered-projects.ts";
import { ErrorReply } from "../contract/error-reply.ts";
import { ProjectProgramme, ProjectWorks } from "../contract/programme.ts";
import { Project } from "../contract/projects.ts";
import { MAX_FILE_BYTES } from "../dispatch/open-sheet.ts";
import { XLSX_TYPE } from "../dispatch/write-sheet.ts";
import { unsupportedFormat } from "../errors.ts";
import { readProgramme } from "../programme/programme.ts";
import type { RouteContext } from "../route-context.ts";
import { layerVersions } from "../tiles/layer-versions.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { importProjects, listProjectImports, undoProjectImport } from "./import-projects.ts";
import {
  changeProject,
  enterProject,
  readEntry,
  removeProject,
  type Writing,
} from "./save-entered-project.ts";
import { saveResponsibility, saveWorks } from "./save-responsibility.ts";

const MAX_WRITES = 60;
const WINDOW_MS = 60_000;
const FILE_TYPES = [XLSX_TYPE, "text/csv", "application/octet-stream"];

const InDistrict = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
});
const ById = z.object({ id: z.string().min(1).max(200) });
const REFUSALS = {
  ...{ 400: ErrorReply, 403: ErrorReply, 404: ErrorReply, 409: ErrorReply },
  ...{ 413: ErrorReply, 415: ErrorReply, 422: ErrorReply, 429: ErrorReply },
};
const SentFile = InDistrict.extend({
  file: z.string().trim().min(1).max(200).default("projects.xlsx").meta({ description: "name of the file" }),
  source: z.string().trim().min(1).max(500).meta({ description: "where its projects are known from" }),
  preview: z.enum(["true", "false"]).default("false").meta({ description: "true = nothing is written" }),
});

/** Projects that a bureau enters itself: by form, by a file that is taken whole or not at all, changed and taken back. */
export async function enteredProjectRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database } = context;
  const versions = layerVersions(database);
  const scopeOf = async (
    action: "read" | "write",
    district: string | undefined,
    level?: string,
  ): Promise<Writing> => {
    authorize(actor, action, { kind: "projects", ...(level && { level }) });
    return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor), actor };
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const entry = { params: ById, querystring: InDistrict, response: { 200: ProjectEntry, ...REFUSALS } };

  app.post(
    "/api/projects",
    {
      config,
      schema: {
        ...{ querystring: InDistrict, summary: "Enters a project", body: EnteredProject },
        response: { 201: Project, ...REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await scopeOf("write", query.district, body.level);
      const id = await enterProject(database, scope, body);
      return reply.code(201).send(await readProject(database, scope, id));
    },
  );
  app.get("/api/projects/:id/entry", { schema: entry }, async ({ params, query }) =>
    readEntry(database, await scopeOf("read", query.district), params.id),
  );
  app.put(
    "/api/projects/:id/entry",
    { config, schema: { ...entry, summary: "Changes an entered project", body: ProjectChange } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district, body.level);
      await changeProject(database, scope, { id, ...body });
      return readEntry(database, scope, id);
    },
  );
  app.delete(
    "/api/projects/:id/entry",
    {
      config,
      schema: {
        ...{ params: ById, querystring: InDistrict, response: { 204: z.null(), ...REFUSALS } },
        summary: "Takes back a project that was entered by mistake",
      },
    },
    async ({ params: { id }, query }, reply) => {
      await removeProject(database, await scopeOf("write", query.district), id);
      return reply.code(204).send(null);
    },
  );
  const programme = {
    params: ById,
    querystring: InDistrict,
    response: { 200: ProjectProgramme, ...REFUSALS },
  };
  app.put(
    "/api/projects/:id/responsibility",
    { config, schema: { ...programme, summary: "Names who answers for a project", body: Responsibility } },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await saveResponsibility(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/works",
    {
      config,
      schema: {
        ...programme,
        ...{ summary: "Takes down what a project builds and whom it rehouses", body: ProjectWorks },
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await scopeOf("write", query.district);
      await saveWorks(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
  registerFiles(instance, context, scopeOf);
}

function registerFiles(
  instance: FastifyInstance,
  { database }: RouteContext,
  scopeOf: (action: "read" | "write", district: string | undefined) => Promise<Writing>,
): void {
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const config = { rateLimit: { max: MAX_WRITES, timeWindow: WINDOW_MS } };
  const imports = { querystring: InDistrict, response: { 200: ProjectImportList, ...REFUSALS } };
  app.addContentTypeParser(
    FILE_TYPES,
    { parseAs: "buffer", bodyLimit: MAX_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.get("/api/project-imports", { schema: imports }, async ({ query }) =>
    listProjectImports(database, await scopeOf("read", query.district)),
  );
  app.post(
    "/api/project-imports",
    {
      config,
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        ...{ querystring: SentFile, response: { 200: ProjectFileReport, ...REFUSALS } },
        summary: "What a file of projects (XLSX or CSV) would bring, or the file taken whole",
      },
    },
    async ({ query: { district, file, source, preview }, body }) => {
      const scope = await scopeOf(preview === "true" ? "read" : "write", district);
      if (!Buffer.isBuffer(body)) throw unsupportedFormat(`${XLSX_TYPE} or text/csv`);
      return importProjects(database, scope, {
        ...{ fileName: file, bytes: body, source },
        preview: preview === "true",
      });
    },
  );
  app.post(
    "/api/project-imports/:version/undo",
    {
      config,
      schema: {
        ...imports,
        params: z.object({ version: z.coerce.number().int().min(1) }),
        summary: "Takes a whole file of projects back",
      },
    },
    async ({ params: { version }, query }) => {
      const scope = await scopeOf("write", query.district);
      await undoProjectImport(database, scope, version);
      return listProjectImports(database, scope);
    },
  );
}
