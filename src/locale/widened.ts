/** The shape of a catalogue, whatever its words. */
export type Widened<Text> = {
  readonly [Key in keyof Text]: Text[Key] extends string ? string : Widened<Text[Key]>;
};
