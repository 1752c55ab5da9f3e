import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorize, visibleLevels } from "../authorize.ts";
import {
  DistrictList,
  FacilityCategoryList,
  FeatureReply,
  LayerList,
  SearchReply,
  Settings,
  ZoneCollection,
  ZoneFeature,
  ZoneKind,
} from "../contract/catalogue.ts";
import { DatasetReport } from "../contract/dataset-report.ts";
import { DemandGroupList } from "../contract/demand-group.ts";
import { FilterFieldList, FilterPresetList } from "../contract/filter-presets.ts";
import { LineProfile } from "../contract/line-profile.ts";
import { Place } from "../contract/place.ts";
import { ProgrammeFigureList } from "../contract/programme-figures.ts";
import {
  Project,
  ProjectFacetList,
  ProjectFilters,
  ProjectList,
  ProjectTermList,
} from "../contract/projects.ts";
import { PublishedValueList } from "../contract/published-value.ts";
import { RuleSetList } from "../contract/rule-set.ts";
import type { RouteContext } from "../route-context.ts";
import { ById, InDistrict } from "../scoped-routes.ts";
import { resolveDistrict } from "../tiles/resolve-district.ts";
import { readDatasetReport } from "./dataset-report.ts";
import { listDemandGroups } from "./demand-groups.ts";
import { listDistricts } from "./districts.ts";
import { listFacilityCategories } from "./facility-categories.ts";
import { readFeature } from "./feature.ts";
import { listFilterFields, listFilterPresets } from "./filter-presets.ts";
import { listLayers } from "./layers.ts";
import { readLineProfile } from "./line-profile.ts";
import { readPlace } from "./place.ts";
import { listProgrammeFigures } from "./programme-figures.ts";
import { countProjects, listProjects, listProjectTerms, readProject } from "./projects.ts";
import { listPublishedValues } from "./published-values.ts";
import { listRuleSets } from "./rule-sets.ts";
import { type SaidNames, saidNames } from "./said-names.ts";
import type { Scope } from "./scope.ts";
import { search } from "./search.ts";
import { listZones, readZone } from "./zones.ts";

const MAX_LIMIT = 500;

const Page = InDistrict.extend({
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(100),
  cursor: z.string().max(200).optional(),
});
const AtPlace = InDistrict.extend({
  lon: z.coerce.number().min(-180).max(180).meta({ description: "degrees, EPSG:4326" }),
  lat: z.coerce.number().min(-90).max(90).meta({ description: "degrees, EPSG:4326" }),
});

type Catalogue = RouteContext & {
  /** The district and levels of a request; throws forbidden or unknown-district. */
  scopeOf(kind: string, district: string | undefined): Promise<Scope>;
  readonly saidNames: SaidNames;
};

/** What there is: settings, districts, layers, zones, features, search, projects, official figures, import reports. */
export async function catalogueRoutes(instance: FastifyInstance, context: RouteContext): Promise<void> {
  const { actor, database, versions } = context;
  const catalogue: Catalogue = {
    ...context,
    saidNames: saidNames(database, versions),
    async scopeOf(kind, district) {
      authorize(actor, "read", { kind });
      await versions.refresh();
      return { districtId: await resolveDistrict(versions, district), levels: visibleLevels(actor) };
    },
  };
  const app = instance.withTypeProvider<ZodTypeProvider>();
  installationRoutes(app, catalogue);
  featureRoutes(app, catalogue);
  findingRoutes(app, catalogue);
  recordRoutes(app, catalogue);
}

type App = FastifyInstance<RawServerDefault, RawRequest, RawReply, FastifyBaseLogger, ZodTypeProvider>;
type RawRequest = RawRequestDefaultExpression;
type RawReply = RawReplyDefaultExpression;

function installationRoutes(app: App, { config, database, actor, versions, scopeOf }: Catalogue): void {
  app.get("/api/settings", { schema: { response: { 200: Settings } } }, async () => {
    const { mapApprovalNo, basemapUrl, readOnly, internal } = config;
    return { mapApprovalNo, basemapUrl, readOnly, internal };
  });
  app.get("/api/districts", { schema: { response: { 200: DistrictList } } }, async () => {
    authorize(actor, "read", { kind: "districts" });
    return listDistricts(database);
  });
  app.get(
    "/api/layers",
    { schema: { querystring: InDistrict, response: { 200: LayerList } } },
    async ({ query }) => listLayers(database, versions, await scopeOf("layers", query.district)),
  );
}

function featureRoutes(app: App, { actor, database, scopeOf }: Catalogue): void {
  app.get(
    "/api/zones",
    {
      schema: {
        querystring: InDistrict.extend({ kind: ZoneKind.optional() }),
        response: { 200: ZoneCollection },
      },
    },
    async ({ query }) => listZones(database, await scopeOf("zones", query.district), query.kind),
  );
  app.get(
    "/api/zones/:id",
    { schema: { params: ById, querystring: InDistrict, response: { 200: ZoneFeature } } },
    async ({ params, query }) => readZone(database, await scopeOf("zones", query.district), params.id),
  );
  app.get(
    "/api/features/:layer/:id",
    {
      schema: {
        params: ById.extend({ layer: z.string() }),
        querystring: InDistrict,
        response: { 200: FeatureReply },
      },
    },
    async ({ params, query }) =>
      readFeature(database, await scopeOf("features", query.district), params.layer, params.id),
  );
  app.get(
    "/api/profiles/:layer/:id",
    {
      schema: {
        params: ById.extend({ layer: z.enum(["walkway", "road"]) }),
        querystring: InDistrict,
        response: { 200: LineProfile },
      },
    },
    async ({ params, query }) => readLineProfile(database, await scopeOf("features", query.district), params),
  );
  app.get(
    "/api/filter-fields",
    { schema: { querystring: InDistrict, response: { 200: FilterFieldList } } },
    async ({ query }) => listFilterFields(database, await scopeOf("buildings", query.district)),
  );
  app.get("/api/filter-presets", { schema: { response: { 200: FilterPresetList } } }, async () => {
    const items = await listFilterPresets(database, visibleLevels(actor));
    return { items, total: items.length, next: null };
  });
}

function findingRoutes(app: App, { database, saidNames, scopeOf }: Catalogue): void {
  app.get(
    "/api/place",
    { schema: { querystring: AtPlace, response: { 200: Place } } },
    async ({ query: { district, ...at } }) => readPlace(database, await scopeOf("place", district), at),
  );
  app.get(
    "/api/search",
    {
      schema: {
        querystring: Page.extend({ q: z.string().trim().min(1).max(100) }),
        response: { 200: SearchReply },
      },
    },
    async ({ query }) => search(database, { ...(await scopeOf("search", query.district)), saidNames }, query),
  );
}

function recordRoutes(app: App, { actor, database, scopeOf }: Catalogue): void {
  app.get(
    "/api/projects",
    { schema: { querystring: Page.extend(ProjectFilters.shape), response: { 200: ProjectList } } },
    async ({ query: { district, ...query } }) =>
      listProjects(database, await scopeOf("projects", district), query),
  );
  app.get(
    "/api/project-facets",
    {
      schema: { querystring: InDistrict.extend(ProjectFilters.shape), response: { 200: ProjectFacetList } },
    },
    async ({ query: { district, ...filters } }) =>
      countProjects(database, await scopeOf("projects", district), filters),
  );
  app.get(
    "/api/rule-sets",
    { schema: { querystring: InDistrict, response: { 200: RuleSetList } } },
    async ({ query: { district } }) => {
      authorize(actor, "read", { kind: "rule-sets" });
      // those for all districts need none named
      const scope = district === undefined ? null : await scopeOf("rule-sets", district);
      return listRuleSets(database, scope?.districtId ?? null);
    },
  );
  app.get("/api/demand-groups", { schema: { response: { 200: DemandGroupList } } }, async () => {
    authorize(actor, "read", { kind: "demand-groups" });
    return listDemandGroups(database);
  });
  app.get("/api/project-terms", { schema: { response: { 200: ProjectTermList } } }, async () => {
    authorize(actor, "read", { kind: "project-terms" });
    return listProjectTerms(database);
  });
  app.get(
    "/api/projects/:id",
    { schema: { params: ById, querystring: InDistrict, response: { 200: Project } } },
    async ({ params, query }) => readProject(database, await scopeOf("projects", query.district), params.id),
  );
  app.get(
    "/api/published-values",
    { schema: { querystring: InDistrict, response: { 200: PublishedValueList } } },
    async ({ query }) =>
      listPublishedValues(database, (await scopeOf("published-values", query.district)).districtId),
  );
  app.get(
    "/api/programme-figures",
    { schema: { querystring: InDistrict, response: { 200: ProgrammeFigureList } } },
    async ({ query }) => listProgrammeFigures(database, await scopeOf("programme-figures", query.district)),
  );
  app.get(
    "/api/facility-categories",
    { schema: { querystring: InDistrict, response: { 200: FacilityCategoryList } } },
    async ({ query }) => listFacilityCategories(database, await scopeOf("facilities", query.district)),
  );
  app.get(
    "/api/datasets/:district/report",
    {
      schema: {
        params: z.object({ district: z.string().min(1).max(64) }),
        response: { 200: DatasetReport },
      },
    },
    async ({ params }) => readDatasetReport(database, (await scopeOf("report", params.district)).districtId),
  );
}
