import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";

test("nothing set gives the documented defaults", () => {
  expect(readConfig({})).toEqual({
    host: "127.0.0.1",
    port: 8787,
    dataDir: ".data",
    databaseUrl: null,
    publicUrl: null,
    basemapUrl: null,
    mapApprovalNo: null,
    logLevel: "warn",
    readOnly: false,
    internal: false,
  });
});

test("an empty variable counts as absent", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 8787, databaseUrl: null });
});

test("values are read, a public address loses its last slash", () => {
  const config = readConfig({ PORT: "9000", PUBLIC_URL: "https://example.org/atlas/", READ_ONLY: "1" });
  expect(config).toMatchObject({ port: 9000, publicUrl: "https://example.org/atlas", readOnly: true });
});

test.each([
  [{ PORT: "80a" }, "PORT=80a is not usable; it should be a whole number from 0 to 65535, such as 8787."],
  [{ PORT: "65536" }, "PORT=65536 is not usable"],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL=loud is not usable; it should be one of silent,"],
  [
    { PUBLIC_URL: "example.org" },
    "PUBLIC_URL=example.org is not usable; it should be an http or https address",
  ],
  [
    { BASEMAP_URL: "https://example.org/tiles" },
    "it should be an http or https address with {z}, {x} and {y}",
  ],
  [{ READ_ONLY: "yes" }, "READ_ONLY=yes is not usable; it should be 1 or 0."],
  [
    { DATABASE_URL: "mysql://localhost/atlas" },
    "DATABASE_URL is not usable; it should be a PostgreSQL address",
  ],
])("%o stops the start with a sentence", (env, sentence) => {
  expect(() => readConfig(env as Record<string, string>)).toThrow(sentence);
});

test("the sentence about a wrong DATABASE_URL does not show its password", () => {
  expect(() => readConfig({ DATABASE_URL: "postgre://atlas:secret@localhost/atlas" })).toThrow(
    /^(?!.*secret)DATABASE_URL/,
  );
});

test("other machines are let in only read-only", () => {
  for (const host of ["0.0.0.0", "192.168.1.5", "::", "atlas.example.org"]) {
    expect(() => readConfig({ HOST: host })).toThrow("set READ_ONLY=1");
    expect(readConfig({ HOST: host, READ_ONLY: "1" }).host).toBe(host);
  }
  for (const host of ["localhost", "127.0.0.1", "127.1.2.3", "::1"]) {
    expect(readConfig({ HOST: host }).host).toBe(host);
  }
});

test("what is internal is served to this machine only", () => {
  expect(readConfig({ INTERNAL: "1" }).internal).toBe(true);
  expect(() => readConfig({ HOST: "0.0.0.0", READ_ONLY: "1", INTERNAL: "1" })).toThrow(
    "HOST=0.0.0.0 would let other machines read what is internal; leave INTERNAL out",
  );
});
