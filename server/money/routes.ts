import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import {
  Allocation,
  Funding,
  FundingBody,
  FundingFilters,
  FundingList,
  FundingPackage,
  FundingPackageBody,
  FundingPackageList,
  FundingPatch,
  PackageProjects,
  Share,
} from "../contract/funding.ts";
import {
  IncomeBody,
  InvestmentBody,
  MoneyFilters,
  ProjectMoney,
  ProjectMoneyList,
} from "../contract/project-money.ts";
import { ProjectFilters } from "../contract/projects.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict, ListPage, REFUSALS, scopesOf, WRITES } from "../scoped-routes.ts";
import { allocate } from "./allocate.ts";
import { listFundingPackages, listFundings, readFunding, readFundingPackage } from "./fundings.ts";
import { listProjectMoney, readProjectMoney, saveIncome, saveInvestment } from "./project-money.ts";
import { addFunding, changeFunding } from "./save-funding.ts";
import { addFundingPackage, setPackageProjects } from "./save-package.ts";
import { shareOut } from "./share-out.ts";

/** Money is shared out line by line, twice as many writes as elsewhere. */
const config = { rateLimit: { ...WRITES.rateLimit, max: 120 } };
const IncomeLineId = ById.extend({
  year: z.coerce.number().int().min(1900).max(2200),
  kind: z.string().min(1).max(100),
});

/** The money of the programme: sources, packages, who gets how much, what projects cost and earn. */
export async function moneyRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { database } = context;
  const ofFundings = scopesOf(context, "fundings");
  const ofProjects = scopesOf(context, "projects");
  const app = instance.withTypeProvider<ZodTypeProvider>();
  const answers = <Reply extends z.ZodType>(reply: Reply) => ({
    params: ById,
    querystring: InDistrict,
    response: { 200: reply, ...REFUSALS },
  });
  const adds = <Body extends z.ZodType, Reply extends z.ZodType>(body: Body, reply: Reply) => ({
    config,
    schema: { querystring: InDistrict, body, response: { 201: reply, ...REFUSALS } },
  });

  app.get(
    "/api/fundings",
    {
      schema: {
        querystring: ListPage.extend(FundingFilters.shape),
        response: { 200: FundingList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...query } }) =>
      listFundings(database, await ofFundings.read(district), query),
  );
  app.get("/api/fundings/:id", { schema: answers(Funding) }, async ({ params, query }) =>
    readFunding(database, await ofFundings.read(query.district), params.id),
  );
  app.post("/api/fundings", adds(FundingBody, Funding), async ({ body, query }, reply) => {
    const scope = await ofFundings.write(query.district, body.level);
    const id = await addFunding(database, scope, body);
    return reply.code(201).send(await readFunding(database, scope, id));
  });
  app.patch(
    "/api/fundings/:id",
    { config, schema: { ...answers(Funding), body: FundingPatch } },
    async ({ params: { id }, query, body }) => {
      const scope = await ofFundings.write(query.district);
      await changeFunding(database, scope, { id, ...body });
      return readFunding(database, scope, id);
    },
  );
  app.put(
    "/api/fundings/:id/allocations",
    {
      config,
      schema: { ...answers(Funding), summary: "Gives money to a project or a package", body: Allocation },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await ofFundings.write(query.district);
      await allocate(database, scope, { funding: id, ...body });
      return readFunding(database, scope, id);
    },
  );
  app.put(
    "/api/fundings/:id/shares",
    {
      config,
      schema: {
        ...answers(FundingPackage),
        summary: "Shares out what a package got of this source",
        body: Share,
      },
    },
    async ({ params: { id }, query, body }) => {
      const scope = await ofFundings.write(query.district);
      await shareOut(database, scope, { funding: id, ...body });
      return readFundingPackage(database, scope, body.package);
    },
  );

  app.get(
    "/api/funding-packages",
    { schema: { querystring: InDistrict, response: { 200: FundingPackageList, ...REFUSALS } } },
    async ({ query: { district } }) => listFundingPackages(database, await ofFundings.read(district)),
  );
  app.post(
    "/api/funding-packages",
    adds(FundingPackageBody, FundingPackage),
    async ({ body, query }, reply) => {
      const scope = await ofFundings.write(query.district, body.level);
      const id = await addFundingPackage(database, scope, body);
      return reply.code(201).send(await readFundingPackage(database, scope, id));
    },
  );
  app.put(
    "/api/funding-packages/:id/projects",
    { config, schema: { ...answers(FundingPackage), body: PackageProjects } },
    async ({ params: { id }, query, body }) => {
      const scope = await ofFundings.write(query.district);
      await setPackageProjects(database, scope, { id, ...body });
      return readFundingPackage(database, scope, id);
    },
  );

  app.get(
    "/api/project-money",
    {
      schema: {
        querystring: ListPage.extend({ ...ProjectFilters.shape, ...MoneyFilters.shape }),
        response: { 200: ProjectMoneyList, ...REFUSALS },
      },
    },
    async ({ query: { district, ...query } }) =>
      listProjectMoney(database, await ofProjects.read(district), query),
  );
  app.get("/api/projects/:id/money", { schema: answers(ProjectMoney) }, async ({ params, query }) =>
    readProjectMoney(database, await ofProjects.read(query.district), params.id),
  );
  app.put(
    "/api/projects/:id/investment",
    { config, schema: { ...answers(ProjectMoney), body: InvestmentBody } },
    async ({ params: { id }, query, body }) => {
      const scope = await ofProjects.write(query.district);
      await saveInvestment(database, scope, { project: id, ...body });
      return readProjectMoney(database, scope, id);
    },
  );
  app.put(
    "/api/projects/:id/income/:year/:kind",
    { config, schema: { ...answers(ProjectMoney), params: IncomeLineId, body: IncomeBody } },
    async ({ params: { id, year, kind }, query, body }) => {
      const scope = await ofProjects.write(query.district);
      await saveIncome(database, scope, { project: id, year, kind, ...body });
      return readProjectMoney(database, scope, id);
    },
  );
}
