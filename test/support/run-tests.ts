// npm test: check, then both sides' suites on the embedded database and the server suite again on TEST_DATABASE_URL where
// that is set, and side by side with them the browser tests. Stops at the first failure.
import { spawn } from "node:child_process";

const { TEST_DATABASE_URL, ...embeddedEnvironment } = process.env;

// what is written aside is shown when all is written, so that two suites do not speak at once
function run(title: string, command: string[], env: NodeJS.ProcessEnv, aside = false): Promise<void> {
  if (!aside) console.log(`\n── ${title}`);
  const [program = "", ...rest] = command;
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, rest, { stdio: ["ignore", aside ? "pipe" : "inherit", "inherit"], env });
    const said: Buffer[] = [];
    child.stdout?.on("data", (part: Buffer) => said.push(part));
    process.on("exit", () => child.kill());
    child.on("error", (error) => {
      console.error(error);
      process.exit(1);
    });
    child.on("close", (status) => {
      if (aside) console.log(`\n── ${title}`);
      process.stdout.write(Buffer.concat(said));
      console.log(`── ${title}: ${Math.round((Date.now() - started) / 1000)} s`);
      if (status !== 0) process.exit(status ?? 1);
      resolve();
    });
  });
}

const vitest = (projects: string[], ...files: string[]) => [
  "npx",
  "vitest",
  "run",
  ...projects.flatMap((name) => ["--project", name]),
  ...files,
];

// what asks a database nothing, or nothing of its own, is not tried on a second one
const ASKING_SQL = ["analysis", "catalogue", "database", "links", "tiles"]
  .concat("import/import-sample", "import/osm", "import/yuzhong", "walking/pgrouting", "walking/reach.test")
  .map((part) => `test/server/${part}`);

// long ones of the browser, left for the lane that is through first
const LEFT_FOR_LAST = ["finding", "dropped-files"].map((name) => `test/e2e/${name}.test.ts`);

async function runServerSuites(): Promise<void> {
  await run(
    "browser side, and server on the embedded database",
    vitest(["src", "server"]),
    embeddedEnvironment,
  );
  if (TEST_DATABASE_URL)
    await run("server on TEST_DATABASE_URL", vitest(["server"], ...ASKING_SQL), process.env);
  else console.log("\nTEST_DATABASE_URL is not set: the server suite ran on the embedded database only.");
  await run("the last in a real browser", vitest(["e2e"], ...LEFT_FOR_LAST), process.env);
}

await run("types, lint, dead code, size budget", ["npm", "run", "--silent", "check"], embeddedEnvironment);
// a browser that draws in software leaves a core half idle
const browserTests = vitest(["e2e"], ...LEFT_FOR_LAST.map((file) => `--exclude=${file}`));
await Promise.all([runServerSuites(), run("in a real browser", browserTests, process.env, true)]);
