const QUIET_MS = 1_000;

/** Where a person at the terminal reads how far a long step is. */
export interface Progress {
  readonly line: (text: string) => void;
  /** Runs a step; one that takes over a second is named while it runs and timed when it ends. */
  readonly step: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Progress lines on standard output. */
export function terminalProgress(): Progress {
  const line = (text: string) => {
    process.stdout.write(`${text}\n`);
  };
  return {
    line,
    async step(name, work) {
      const startedAt = performance.now();
      let told = false;
      const timer = setTimeout(() => {
        told = true;
        line(`${name} …`);
      }, QUIET_MS);
      try {
        const result = await work();
        if (told) line(`${name}: ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
        return result;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
