/** A table to take away: a head and rows of equal length; null is unknown and stays an empty cell, never zero. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}
