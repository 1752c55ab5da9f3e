import { StartupError } from "../startup-error.ts";

const SENTENCES: Record<string, (server: string) => string> = {
  ECONNREFUSED: (server) =>
    `DATABASE_URL: nothing listens at ${server}; start PostgreSQL there or correct host and port.`,
  ENOTFOUND: (server) => `DATABASE_URL: the host of ${server} is not known; correct its name.`,
  EAI_AGAIN: (server) => `DATABASE_URL: the host of ${server} could not be looked up; check the name or DNS.`,
  ETIMEDOUT: (server) => `DATABASE_URL: ${server} did not answer; check host, port and firewall.`,
  "28P01": (server) => `DATABASE_URL: ${server} refused the user or password; correct them.`,
  "28000": (server) => `DATABASE_URL: ${server} refuses this user; allow it in pg_hba.conf or use another.`,
  "3D000": (server) =>
    `DATABASE_URL: the database named at ${server} does not exist; create it or correct the name.`,
  "53300": (server) => `DATABASE_URL: ${server} has no free connections; raise max_connections.`,
};

/** One sentence for a database that cannot be opened; the password of the URL never appears. `url` is absent for the embedded one. */
export function connectionFailure(error: unknown, url: string | undefined): StartupError {
  if (url === undefined) {
    return new StartupError(`The embedded database does not answer: ${reasonOf(error)}.`);
  }
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    return new StartupError(
      "DATABASE_URL is not a PostgreSQL address; it should look like postgres://user:password@host:5432/database.",
    );
  }
  const { hostname, port } = new URL(url);
  const server = `${hostname || "localhost"}:${port || "5432"}`;
  const sentence = SENTENCES[codeOf(error)];
  if (sentence) return new StartupError(sentence(server));
  return new StartupError(`DATABASE_URL: ${server} cannot be used: ${reasonOf(error)}.`);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (error instanceof Error && /timeout|timed out/i.test(error.message)) return "ETIMEDOUT";
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, "");
}
