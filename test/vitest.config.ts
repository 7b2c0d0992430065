import { defineConfig } from "vitest/config";
import { inNode, inWorkerd, pure } from "./vitest.projects.ts";

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Most files wait for a service or a browser much of their time.
    maxWorkers: 3,
    projects: [
      pure({ name: "core", folders: ["core", "unit"], seconds: 60 }),
      inNode({ name: "cli", folders: ["cli", "wordpress"], seconds: 240 }),
      inNode({ name: "browser", folders: ["browser"], seconds: 240 }),
      inWorkerd({ name: "worker", folders: ["site", "http", "ui"], seconds: 120 }),
    ],
  },
});
