import type { TFunction } from "i18next";
import type { FacilityCategoryList, FeatureReply } from "../../server/contract/catalogue.ts";
import type { Language } from "../state/appearance-state.ts";
import { nameIn } from "./name-text.ts";
import { type NumberText, numberText } from "./number-text.ts";

/** One line of a card. */
export interface Fact {
  readonly field: string;
  readonly text: string;
  readonly unknown: boolean;
}

interface Reader {
  readonly language: Language;
  readonly categories: FacilityCategoryList["items"];
  readonly t: TFunction;
}

// names stand in the title, lines and stations as links below; the rest is how the record is kept, not what the thing is
const NOT_SHOWN = new Set([
  "nameZh",
  "nameEn",
  "residentsByAge",
  "fromNode",
  "toNode",
  "fatigue",
  "layer",
  "ordinal",
  "station",
  "lines",
]);
// a year, an ordinal or a code is no quantity
const PLAIN_NUMBERS = new Set(["yearBuilt", "yearStart", "yearEnd"]);

// what is asked first stands first; the rest follows as the record has it
const FIRST = [
  "category",
  "use",
  "kind",
  "class",
  "stage",
  "floorsAbove",
  "floorsSource",
  "heightM",
  "yearBuilt",
  "footprintSqm",
  "gfaAboveSqm",
  "safetyGrade",
  "hasLift",
  "structure",
  "heritage",
  "residents",
  "dwellings",
  "lengthM",
  "climbM",
  "steps",
];
const placeOf = (field: string) => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length);

/** The facts of a feature in the reader's language; what is not known says so, and is never left out. */
export function factsOf({ layer, properties }: FeatureReply, reader: Reader): Fact[] {
  return (
    Object.entries(properties)
      // the kind of a zone stands over its name
      .filter(
        ([field, value]) =>
          !NOT_SHOWN.has(field) &&
          !(field === "context" && value === false) &&
          !(layer === "zone" && field === "kind"),
      )
      .sort(([a], [b]) => placeOf(a) - placeOf(b))
      .map(([field, value]) => ({
        field,
        text: factText(layer, field, value, reader),
        unknown: value === null,
      }))
  );
}

function factText(layer: string, field: string, value: unknown, reader: Reader): string {
  const numbers = numberText(reader.language);
  if (value === null || value === undefined) return numbers.unknown;
  if (typeof value === "boolean") return reader.t(value ? "value.yes" : "value.no");
  if (typeof value === "number") return numberWithUnit(field, value, numbers);
  if (Array.isArray(value))
    return value.length === 0 ? "–" : value.map((each) => textOf(each, reader)).join("、");
  if (field === "kind" && layer === "landmark")
    return reader.t([`find.landmark.${value}`, `value.${value}`], { defaultValue: String(value) });
  if (field === "category") return categoryName(String(value), reader);
  // a parcel is known by its number; what it is stands before
  if (field === "parcel") return String(value).replace(/^parcel:/, "");
  return textOf(value, reader);
}

function textOf(value: unknown, { t }: Reader): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return t(`value.${value}`, { defaultValue: value });
}

function categoryName(code: string, { categories, language }: Reader): string {
  const category = categories.find((each) => each.code === code);
  return (category && nameIn(language, category)) ?? code;
}

// the end of a name says the unit
function numberWithUnit(field: string, value: number, numbers: NumberText): string {
  if (PLAIN_NUMBERS.has(field)) return String(value);
  if (field.startsWith("gfa")) return numbers.floorArea(value);
  if (field.endsWith("Sqm")) return numbers.area(value);
  if (field.endsWith("Share")) return numbers.share(value);
  if (field.endsWith("PlotRatio")) return numbers.ratio(value);
  if (field.endsWith("Mps")) return `${numbers.number(value, 2)} m/s`;
  if (/[a-z]M$/.test(field)) return numbers.length(value);
  return numbers.number(value, 1);
}
