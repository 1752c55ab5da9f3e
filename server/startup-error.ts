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
