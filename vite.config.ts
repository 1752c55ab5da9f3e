import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { contractRevision } from "./server/contract-revision.ts";

/**
 * Lets a schema of the contract be left out of the page where nothing reads it, though its neighbours are read: a bundler
 * cannot know that making one has no effect, unless the call says so.
 */
const contractIsPure: Plugin = {
  name: "contract-is-pure",
  apply: "build",
  transform: {
    filter: { id: /\/server\/contract\/[^/]+\.ts$/ },
    handler(code) {
      let pure = code;
      for (const statement of this.parse(code, { lang: "ts" }).body.toReversed()) {
        const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
        if (declared?.type !== "VariableDeclaration") continue;
        for (const { init } of declared.declarations.toReversed()) {
          if (init?.type !== "CallExpression" && init?.type !== "ObjectExpression") continue;
          const made = pure.slice(init.start, init.end);
          pure = `${pure.slice(0, init.start)}/*#__PURE__*/ (() => (${made}))()${pure.slice(init.end)}`;
        }
      }
      return { code: pure, map: null };
    },
  },
};

export default defineConfig({
  base: "./",
  plugins: [react(), contractIsPure],
  define: { CONTRACT_REVISION: JSON.stringify(contractRevision()) },
  build: { outDir: "dist", target: "es2022", chunkSizeWarningLimit: 1600 },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "src", environment: "node", include: ["test/src/**/*.test.{ts,tsx}"] },
      },
      {
        extends: true,
        test: {
          name: "server",
          environment: "node",
          // after the page's own, which run side by side
          sequence: { groupOrder: 1 },
          include: ["test/server/**/*.test.ts", "test/geodata/**/*.test.ts"],
          globalSetup: ["test/support/database-for-tests.ts"],
          setupFiles: ["test/support/leave-nothing.ts"],
          // one process for all files reads the program once
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          environment: "node",
          sequence: { groupOrder: 2 },
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/support/town-for-tests.ts"],
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
