/** A stream of numbers that is the same on every machine for the same seed. */
export interface Random {
  /** The next number, 0 inclusive to 1 exclusive. */
  readonly next: () => number;
  /** A number from `low` inclusive to `high` exclusive. */
  readonly between: (low: number, high: number) => number;
  /** A whole number from `low` to `high`, both inclusive. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

// FNV-1a over the characters, so that each step of the pipeline draws from a stream of its own.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** The stream of a purpose under a seed: streams of different purposes do not disturb each other (mulberry32, T. Ettinger 2017). */
export function randomFor(seed: number, purpose: string): Random {
  let state = hashOf(`${seed} ${purpose}`);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  return {
    next,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
  };
}
