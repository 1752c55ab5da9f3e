import type { ParseKeys } from "i18next";
import type { ComponentType } from "react";
import type { AppState } from "../state/app-state.ts";
import type { QuestionName } from "../state/question-names.ts";
import type { IconName } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { WalkRun } from "./walk-run.tsx";

const CatchmentRun = lazyPart(async () => ({ default: (await import("./catchment-run.tsx")).CatchmentRun }));
const FilterRun = lazyPart(async () => ({ default: (await import("./filter-run.tsx")).FilterRun }));
const GapRun = lazyPart(async () => ({ default: (await import("./gap-run.tsx")).GapRun }));
const RadiusRun = lazyPart(async () => ({ default: (await import("./radius-run.tsx")).RadiusRun }));
const RiverfrontRun = lazyPart(async () => ({
  default: (await import("./riverfront-run.tsx")).RiverfrontRun,
}));
const HealthRun = lazyPart(async () => ({ default: (await import("./health-run.tsx")).HealthRun }));
const MinutesRun = lazyPart(async () => ({ default: (await import("./minutes-run.tsx")).MinutesRun }));
const NetworkQuestion = lazyPart(async () => ({
  default: (await import("./network-quality-run.tsx")).NetworkQuestion,
}));
const RouteRun = lazyPart(async () => ({ default: (await import("./route-run.tsx")).RouteRun }));
const StandardsRun = lazyPart(async () => ({ default: (await import("./standards-run.tsx")).StandardsRun }));
const NamedAreas = lazyPart(async () => ({ default: (await import("./named-areas.tsx")).NamedAreas }));
const StreetRun = lazyPart(async () => ({ default: (await import("./street-run.tsx")).StreetRun }));

interface QuestionEntry {
  readonly icon: IconName;
  readonly title: ParseKeys;
  /** The whole question under its heading: form and answer. */
  readonly Part: ComponentType;
  /** One that is asked stands open, before what can be asked. */
  readonly isAsked: (state: AppState) => boolean;
}

/** Who shows each question; its hint is the text `questions.hint.<name>`. */
export const QUESTIONS: { readonly [Name in QuestionName]: QuestionEntry } = {
  filter: {
    icon: "filter",
    title: "filter.title",
    Part: FilterRun,
    isAsked: ({ filter }) => filter.conditions.length > 0,
  },
  health: {
    icon: "flag",
    title: "health.title",
    Part: HealthRun,
    isAsked: ({ health }) => health.asked,
  },
  walk: {
    icon: "walk",
    title: "isochrone.title",
    Part: WalkRun,
    isAsked: ({ walk, tool }) => walk.origin !== null || tool === "origin",
  },
  route: {
    icon: "streets",
    title: "walking.route.title",
    Part: RouteRun,
    isAsked: ({ route, tool }) =>
      route.origin !== null || route.destination !== null || tool.startsWith("route-"),
  },
  gap: { icon: "search", title: "gap.title", Part: GapRun, isAsked: ({ gap }) => gap.category !== null },
  radius: {
    icon: "circle",
    title: "radius.title",
    Part: RadiusRun,
    isAsked: ({ radius }) => radius.analysis !== null,
  },
  riverfront: {
    icon: "river",
    title: "riverfront.title",
    Part: RiverfrontRun,
    isAsked: ({ riverfront }) => riverfront.asked,
  },
  street: {
    icon: "streets",
    title: "street.title",
    Part: StreetRun,
    isAsked: ({ street }) => street.asked !== null,
  },
  network: {
    icon: "search",
    title: "street.quality.title",
    Part: NetworkQuestion,
    isAsked: ({ openedQuestion, networkFinding }) => openedQuestion === "network" || networkFinding !== null,
  },
  minutes: {
    icon: "swipe",
    title: "minutesView.title",
    Part: MinutesRun,
    isAsked: ({ colouring }) => colouring === "minutes",
  },
  standards: {
    icon: "corners",
    title: "walking.standards.title",
    Part: StandardsRun,
    isAsked: () => false,
  },
  catchment: {
    icon: "compare",
    title: "catchment.title",
    Part: CatchmentRun,
    isAsked: ({ catchment }) => catchment.category !== null,
  },
  "named-areas": { icon: "bookmark", title: "sheetPage.areas.title", Part: NamedAreas, isAsked: () => false },
};
