import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { readProject } from "../catalogue/projects.ts";
import {
  EnteredProject,
  ProjectChange,
  ProjectEntry,
  ProjectFileReport,
  ProjectImportList,
  Responsibility,
} from "../contract/entered-projects.ts";
import { ProjectProgramme, ProjectWorks } from "../contract/programme.ts";
import { Project } from "../contract/projects.ts";
import { XLSX_TYPE } from "../dispatch/write-sheet.ts";
import { unsupportedFormat } from "../errors.ts";
import { readProgramme } from "../programme/programme.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, FILE_REFUSALS, InDistrict, MEASURE_REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { MAX_FILE_BYTES } from "../tables/open-sheet.ts";
import { importProjects, listProjectImports, undoProjectImport } from "./import-projects.ts";
import { changeProject, enterProject, readEntry, removeProject } from "./save-entered-project.ts";
import { saveResponsibility, saveWorks } from "./save-responsibility.ts";

const FILE_TYPES = [XLSX_TYPE, "text/csv", "application/octet-stream"];

const SentFile = InDistrict.extend({
  file: z.string().trim().min(1).max(200).default("projects.xlsx").meta({ description: "name of the file" }),
  source: z.string().trim().min(1).max(500).meta({ description: "where its projects are known from" }),
  preview: z.enum(["true", "false"]).default("false").meta({ description: "true = nothing is written" }),
});

/** Projects that a bureau enters itself: by form, by a file that is taken whole or not at all, changed and taken back. */
export async function enteredProjectRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const of = scopesOf(context, "projects");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const entry = {
    params: ById,
    querystring: InDistrict,
    response: { 200: ProjectEntry, ...MEASURE_REFUSALS },
  };

  app.post(
    "/api/projects",
    {
      config: WRITES,
      schema: {
        ...{ querystring: InDistrict, summary: "Enters a project", body: EnteredProject },
        response: { 201: Project, ...MEASURE_REFUSALS },
      },
    },
    async ({ body, query }, reply) => {
      const scope = await of.write(query.district, body.level);
      const id = await enterProject(database, scope, body);
      return reply.code(201).send(await readProject(database, scope, id));
    },
  );
  app.get("/api/projects/:id/entry", { schema: entry }, async ({ params, query }) =>
    readEntry(database, await of.read(query.district), params.id),
  );
  app.put(
    "/api/projects/:id/entry",
    { config: WRITES, schema: { ...entry, summary: "Changes an entered project", body: ProjectChange } },
    async ({ params: { id }, query, body }) => {
      const scope = await of.write(query.district, body.level);
      await changeProject(database, scope, { id, ...body });
      return readEntry(database, scope, id);
    },
  );
  app.delete(
    "/api/projects/:id/entry",
    {
      config: WRITES,
      schema: {
        ...{ params: ById, querystring: InDistrict, response: { 204: z.null(), ...MEASURE_REFUSALS } },
        summary: "Takes back a project that was entered by mistake",
      },
    },
    async ({ params: { id }, query }, reply) => {
      await removeProject(database, await of.write(query.district), id);
      return reply.code(204).send(null);
    },
  );
  const programme = {
    params: ById,
    querystring: InDistrict,
    response: { 200: ProjectProgramme, ...MEASURE_REFUSALS },
  };
  app.put(
    "/api/projects/:id/responsibility",
    {
      config: WRITES,
      schema: { ...programme, summary: "Names who answers for a project", body: Responsibility },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await of.write(query.district);
      await saveResponsibility(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/works",
    {
      config: WRITES,
      schema: {
        ...programme,
        ...{ summary: "Takes down what a project builds and whom it rehouses", body: ProjectWorks },
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await of.write(query.district);
      await saveWorks(database, scope, { project: id, ...body });
      return readProgramme(database, scope, id);
    },
  );
  registerFiles(instance, context);
}

function registerFiles(instance: FastifyInstance, context: RouteContext): void {
  const { database } = context;
  const of = scopesOf(context, "projects");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const imports = { querystring: InDistrict, response: { 200: ProjectImportList, ...FILE_REFUSALS } };
  app.addContentTypeParser(
    FILE_TYPES,
    { parseAs: "buffer", bodyLimit: MAX_FILE_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.get("/api/project-imports", { schema: imports }, async ({ query }) =>
    listProjectImports(database, await of.read(query.district)),
  );
  app.post(
    "/api/project-imports",
    {
      config: WRITES,
      bodyLimit: MAX_FILE_BYTES,
      schema: {
        ...{ querystring: SentFile, response: { 200: ProjectFileReport, ...MEASURE_REFUSALS } },
        summary: "What a file of projects (XLSX or CSV) would bring, or the file taken whole",
      },
    },
    async ({ query: { district, file, source, preview }, body }) => {
      const scope = await of[preview === "true" ? "read" : "write"](district);
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
      config: WRITES,
      schema: {
        ...imports,
        params: z.object({ version: z.coerce.number().int().min(1) }),
        summary: "Takes a whole file of projects back",
      },
    },
    async ({ params: { version }, query }) => {
      const scope = await of.write(query.district);
      await undoProjectImport(database, scope, version);
      return listProjectImports(database, scope);
    },
  );
}
