import { defineConfig } from "vitest/config";
import { inNode, inWorkerd } from "./vitest.projects.ts";

export default defineConfig({
  test: {
    projects: [
      inNode({ name: "slow cli", folders: ["slow/cli"], seconds: 900 }),
      inNode({ name: "slow browser", folders: ["slow/browser"], seconds: 900 }),
      inWorkerd({ name: "slow worker", folders: ["slow/worker"], seconds: 600 }),
    ],
  },
});
