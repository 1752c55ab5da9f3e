import type { TFunction } from "i18next";
import type { FacilityCategoryList } from "../../server/contract/catalogue.ts";
import { ROAD_RANKS, type RoadRank } from "../../server/contract/road-network.ts";
import type { Language } from "../state/appearance-state.ts";
import { nameIn } from "./name-text.ts";

/** Words of OpenStreetMap for streets beside the classes of ours, and what we call the same. */
const SAME: Readonly<Record<string, string>> = {
  unclassified: "residential",
  living_street: "residential",
  road: "residential",
  steps: "stairs",
  elevator: "lift",
  corridor: "path",
  bridleway: "path",
};

/** What a class of roads or a kind of walking edge is called; a road by its rank, links as what they link. */
export function streetKind(kind: string, t: TFunction): string {
  const plain = kind.replace(/_link$/, "");
  const known = SAME[plain] ?? plain;
  const ranks = Object.entries(ROAD_RANKS) as [RoadRank, readonly string[]][];
  const rank = ranks.find(([, classes]) => classes.includes(known))?.[0];
  return rank === undefined ? t(`value.${known}`, { defaultValue: known }) : t(`street.rank.${rank}`);
}

type Categories = Pick<FacilityCategoryList["items"][number], "code" | "nameZh" | "nameEn">[];

interface Speech {
  readonly t: TFunction;
  readonly language: Language;
}

/** What the kind of a place is called: a category of facilities, else a class of streets. */
export function placeKind(kind: string, categories: Readonly<Categories>, { t, language }: Speech): string {
  const category = categories.find(({ code }) => code === kind);
  return (category && nameIn(language, category)) ?? streetKind(kind, t);
}
