// npm test: check, both sides' suites on the embedded database, the server suite again on
// TEST_DATABASE_URL where that is set, then the browser tests. Stops at the first failure.
import { spawnSync } from "node:child_process";

const { TEST_DATABASE_URL, ...embeddedEnvironment } = process.env;

function run(title: string, command: string[], env: NodeJS.ProcessEnv): void {
  console.log(`\n── ${title}`);
  const [program = "", ...rest] = command;
  const started = Date.now();
  const { status } = spawnSync(program, rest, { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
  console.log(`── ${title}: ${Math.round((Date.now() - started) / 1000)} s`);
}

const vitest = (projects: string[], ...files: string[]) => [
  "npx",
  "vitest",
  "run",
  ...projects.flatMap((name) => ["--project", name]),
  ...files,
];

run("types, lint, dead code, size budget", ["npm", "run", "--silent", "check"], embeddedEnvironment);
run("browser side, and server on the embedded database", vitest(["src", "server"]), embeddedEnvironment);
// the generator of the sample asks no database
if (TEST_DATABASE_URL) run("server on TEST_DATABASE_URL", vitest(["server"], "test/server"), process.env);
else console.log("\nTEST_DATABASE_URL is not set: the server suite ran on the embedded database only.");
run("in a real browser", vitest(["e2e"]), process.env);
