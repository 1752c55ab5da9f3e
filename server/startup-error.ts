/** A reason why the program cannot start, as one sentence for the person at the terminal: printed without a stack, exit code 1. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

/** Prints a failure as its sentence (a stack only where it is not one of ours) and ends the process with exit code 1. */
export function exitWith(error: unknown): never {
  const text =
    error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** On Ctrl-C or SIGTERM finishes what is open and ends with exit code 0; a second signal ends at once. */
export function closeOnSignal(close: () => Promise<void>): void {
  let closing = false;
  const end = () => {
    if (closing) process.exit(1);
    closing = true;
    close().then(() => process.exit(0), exitWith);
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}
