import { z } from "zod";
import { StartupError } from "./startup-error.ts";

/** What the environment decides; parsed once at start. Every variable is optional, an empty one counts as absent. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** null = the embedded database under dataDir. */
  readonly databaseUrl: string | null;
  /** Where browsers reach the service, without a slash at the end; its path is the sub-path it is served under. */
  readonly publicUrl: string | null;
  /** An http(s) address of raster tiles with {z}, {x} and {y}. */
  readonly basemapUrl: string | null;
  /** 审图号. */
  readonly mapApprovalNo: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly readOnly: boolean;
  /** Whether what is not public is served too; only to this machine. */
  readonly internal: boolean;
}

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

const EXPECTED = {
  HOST: "a host name or IP address to listen on, such as 127.0.0.1",
  PORT: "a whole number from 0 to 65535, such as 8787",
  DATA_DIR: "a folder, such as .data",
  DATABASE_URL: "a PostgreSQL address, such as postgres://user:password@host:5432/database",
  PUBLIC_URL: "an http or https address, such as https://example.org/atlas",
  BASEMAP_URL: "an http or https address with {z}, {x} and {y}, such as https://example.org/{z}/{x}/{y}.png",
  MAP_APPROVAL_NO: "the approval number of the map, up to 80 characters",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
  READ_ONLY: "1 or 0",
  INTERNAL: "1 or 0",
} as const;

const Switch = z
  .enum(["0", "1"])
  .transform((value) => value === "1")
  .default(false);

const Environment = z.object({
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(8787),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: z
    .string()
    .refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url))
    .optional(),
  PUBLIC_URL: z.string().refine(isWebAddress).optional(),
  BASEMAP_URL: z
    .string()
    .refine((url) => isWebAddress(url) && ["{z}", "{x}", "{y}"].every((part) => url.includes(part)))
    .optional(),
  MAP_APPROVAL_NO: z.string().max(80).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("warn"),
  READ_ONLY: Switch,
  INTERNAL: Switch,
});

/** Reads the environment; a wrong value throws StartupError with a sentence naming variable, value and what would be right. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw wrongValue(parsed.error, given);
  const values = parsed.data;
  if (!isLoopback(values.HOST) && !values.READ_ONLY) {
    throw new StartupError(
      `HOST=${values.HOST} would let other machines write; set READ_ONLY=1 beside it, or leave HOST at 127.0.0.1.`,
    );
  }
  if (!isLoopback(values.HOST) && values.INTERNAL) {
    throw new StartupError(
      `HOST=${values.HOST} would let other machines read what is internal; leave INTERNAL out, or leave HOST at 127.0.0.1.`,
    );
  }
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    basemapUrl: values.BASEMAP_URL ?? null,
    mapApprovalNo: values.MAP_APPROVAL_NO ?? null,
    logLevel: values.LOG_LEVEL,
    readOnly: values.READ_ONLY,
    internal: values.INTERNAL,
  };
}

function wrongValue(error: z.ZodError, given: Record<string, string>): StartupError {
  const name = String(error.issues[0]?.path[0]) as keyof typeof EXPECTED;
  // an address may hold a password, and a terminal is no place for it
  const shown = name === "DATABASE_URL" ? "" : `=${given[name]}`;
  return new StartupError(`${name}${shown} is not usable; it should be ${EXPECTED[name]}.`);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
