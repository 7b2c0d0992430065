import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../../src");

/** What each folder may import: its own, those named here, and the packages named. */
const allowed: Readonly<Record<string, { folders: readonly string[]; packages: RegExp }>> = {
  core: { folders: [], packages: /^(?:natural\/lib\/.*|naughty-words\/.*|tldts)$/ },
  contract: { folders: ["core"], packages: /^zod(?:\/v4)?$/ },
  platform: { folders: [], packages: /^$/ },
  secrets: { folders: ["contract", "platform"], packages: /^$/ },
  systems: { folders: ["core", "contract", "platform", "secrets"], packages: /^zod$/ },
  queue: { folders: ["core", "contract", "platform"], packages: /^$/ },
  directory: { folders: ["contract", "queue", "platform"], packages: /^cloudflare:workers$/ },
  site: {
    folders: ["core", "contract", "platform", "queue", "secrets", "systems", "env.ts"],
    packages:
      /^(?:cloudflare:(?:workers|email)|standardwebhooks|zod|mimetext\/browser|hono\/html|htmlparser2|markdown-it|microformats-parser)$/,
  },
  service: {
    folders: ["core", "contract", "directory", "queue", "secrets", "site", "systems", "platform", "env.ts"],
    packages: /^(?:standardwebhooks|zod|jose|@simplewebauthn\/server|altcha-lib\/v1)$/,
  },
  http: {
    folders: ["core", "contract", "platform", "service", "systems", "context.ts"],
    packages: /^(?:hono(?:\/.*)?|@hono\/zod-openapi|zod|fflate)$/,
  },
  ui: {
    folders: ["core", "contract", "platform", "service", "context.ts"],
    packages: /^(?:hono(?:\/.*)?|papaparse)$/,
  },
};

const files = (folder: string): string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => join(folder, name));

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(SRC, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s+"([^"]+)"/g)].map((match) => match[1] as string);
};

describe.each(Object.entries(allowed))("src/%s", (folder, { folders, packages }) => {
  it("imports only what stands below it", () => {
    const wrong = files(folder).flatMap((file) =>
      importsOf(file)
        .filter((path) => {
          if (!path.startsWith(".")) return !packages.test(path.replace(/\.js$/, ""));
          const target = normalize(join(dirname(file), path)).split("/")[0] as string;
          return target !== folder && !folders.includes(target);
        })
        .map((path) => `${file}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });
});

it("nothing takes zod from the library of OpenAPI: the bundle gives that one hardly anything of it", () => {
  const wrong = files(".").filter((file) =>
    /import (?:type )?\{[^}]*\bz\b[^}]*\} from "@hono\/zod-openapi"/.test(
      readFileSync(join(SRC, file), "utf8"),
    ),
  );
  expect(wrong).toEqual([]);
});

it("commands of an owner need nothing of the lab", () => {
  const wrong = files("cli").filter((file) => importsOf(file).some((path) => path.includes("/lab/")));
  expect(wrong).toEqual([]);
});

describe("the core", () => {
  it("knows no clock, no randomness, no network and no console", () => {
    const impure = /\bDate\.now\(|new Date\(\)|Math\.random|\bfetch\(|console\.|crypto\./;
    const wrong = files("core").filter((file) => impure.test(readFileSync(join(SRC, file), "utf8")));
    expect(wrong).toEqual([]);
  });
});
