import type { BuildingColumn } from "../../../server/contract/building-columns.ts";

/** One class of a colouring: what it is called and its colour by day and by night. */
export interface ColourClass {
  /** Text as it is, or a key of the catalogues (which has a dot in it). */
  readonly label: string;
  readonly light: string;
  readonly dark: string;
}

/** Classes by rising value: class i holds values from breaks[i − 1], inclusive, to breaks[i], exclusive. */
interface Steps {
  readonly kind: "steps";
  readonly breaks: readonly number[];
}

/** Classes by name: class i holds the values of groups[i]; any other value is unknown. */
interface Groups {
  readonly kind: "groups";
  readonly groups: readonly (readonly string[])[];
}

/** A way of colouring buildings. What has no value is drawn and counted as unknown, never as a class. */
export interface Colouring {
  /** The attribute of the building tiles it reads; null where its classes are laid over them. */
  readonly attribute: string | null;
  /** The column of the buildings it reads, the groups by their codes; null for seconds of walking. */
  readonly column: BuildingColumn | null;
  readonly scale: Steps | Groups;
  readonly classes: readonly ColourClass[];
  readonly unknown: ColourClass;
  /** A key of the catalogues that says what is measured and in which unit. */
  readonly title: string;
}

/** Of what no value is known: paler than any class. */
export const UNKNOWN: ColourClass = { label: "legend.unknown", light: "#e9e5de", dark: "#2a2d31" };

/** In place of a class: what is not asked about now, and steps back. */
export const FADED_CLASS = 255;

/** Classes of one colour run from light to dark by day and from dark to light by night. */
export function ramp(
  labels: readonly string[],
  light: readonly string[],
  dark: readonly string[],
): ColourClass[] {
  return labels.map((label, at) => ({ label, light: light[at]!, dark: dark[at]! }));
}
