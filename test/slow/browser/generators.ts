import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../../../src/cli/service.ts";

/** A folder in which npm has installed generators: CONTRIBUTING.md says how. */
const INSTALLED = process.env.GENERATORS ?? "";
const DOCS = readFileSync(join(ROOT, "docs/integrations/static.md"), "utf8");

/** The posts of every site that is built here. */
export const POSTS = ["loops", "echo", "phones"];
export const pathOf = (post: string) => `/posts/${post}/`;

/** What the documentation says of a generator: the page's address and title, and its comments. */
interface Lines {
  readonly address: string;
  readonly title: string;
  /** Blocks of code, in their order. */
  readonly blocks: readonly string[];
}

/** A generator of plain files, and the smallest blog for it. */
interface Generator {
  readonly name: string;
  readonly program: string;
  readonly build: readonly string[];
  /** Where it puts the pages, and where it reads data. */
  readonly made: string;
  readonly data: string;
  /** The files of a blog at this address; `shell`: a page around a text, with Hamlet's lines. */
  files(lines: Lines, shell: Shell, origin: string): Readonly<Record<string, string>>;
}

/** A whole page by a generator's own words for its title, its text and its comments. */
type Shell = (words: { readonly title: string; readonly text: string; readonly comments: string }) => string;

const posts = (file: (post: string) => readonly [path: string, text: string]) =>
  Object.fromEntries(POSTS.map(file));
const titleOf = (post: string) => `On ${post}`;

export const generators: readonly Generator[] = [
  {
    name: "Hugo",
    program: "hugo",
    build: ["--quiet"],
    made: "public",
    data: "data/comments",
    files: ({ title, blocks: [comments = ""] }, shell, origin) => ({
      "config.toml": `baseURL = "${origin}/"\ntitle = "A blog"\n`,
      "layouts/_default/single.html": shell({ title, text: "{{ .Content }}", comments }),
      "layouts/_default/list.html": "<!doctype html><title>A blog</title>",
      ...posts((post) => [`content/posts/${post}.md`, `---\ntitle: "${titleOf(post)}"\n---\nText.\n`]),
    }),
  },
  {
    name: "Eleventy",
    program: join(INSTALLED, "node_modules/.bin/eleventy"),
    build: ["--quiet"],
    made: "_site",
    data: "_data/comments",
    files: ({ title, blocks: [comments = ""] }, shell, origin) => ({
      "_data/site.json": JSON.stringify(origin),
      "_includes/post.njk": shell({ title, text: "{{ content | safe }}", comments }),
      ...posts((post) => [
        `posts/${post}.md`,
        `---\nlayout: post.njk\ntitle: "${titleOf(post)}"\n---\nText.\n`,
      ]),
    }),
  },
  {
    name: "Jekyll",
    program: "jekyll",
    build: ["build", "--quiet"],
    made: "_site",
    data: "_data/comments",
    files: ({ title, blocks: [comments = ""] }, shell, origin) => ({
      "_config.yml": `url: "${origin}"\npermalink: pretty\n`,
      "_layouts/post.html": shell({ title, text: "{{ content }}", comments }),
      ...posts((post) => [`posts/${post}.md`, `---\nlayout: post\ntitle: "${titleOf(post)}"\n---\nText.\n`]),
    }),
  },
  {
    name: "Astro",
    program: join(INSTALLED, "node_modules/.bin/astro"),
    build: ["build", "--silent"],
    made: "dist",
    data: "src/data/comments",
    files: ({ title, blocks: [code = "", comments = ""] }, shell, origin) => ({
      "package.json": '{ "type": "module" }',
      "astro.config.mjs": `export default { site: "${origin}", trailingSlash: "always" };\n`,
      "src/layouts/Post.astro": `---\nconst { title } = Astro.props;\n${code}---\n${shell({ title, text: "<slot />", comments })}`,
      ...posts((post) => [
        `src/pages/posts/${post}.astro`,
        `---\nimport Post from "../../layouts/Post.astro";\n---\n<Post title="${titleOf(post)}"><p>Text.</p></Post>\n`,
      ]),
    }),
  },
];

/** Whether a generator is here, and its version. */
export function versionOf({ program }: Generator): string | undefined {
  if (program.includes("/") && (INSTALLED === "" || !existsSync(program))) return undefined;
  const { status, stdout } = spawnSync(program, program === "hugo" ? ["version"] : ["--version"], {
    encoding: "utf8",
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** What the documentation has under a generator's name. */
function linesOf(name: string): Lines {
  const section = new RegExp(`\\n### ${name}\\b.*?\\n(.*?)(?=\\n##|$)`, "s").exec(DOCS)?.[1] ?? "";
  const [, address = "", title = ""] = /Address `([^`]+)`, title `([^`]+)`/.exec(section) ?? [];
  if (title === "") throw new Error(`docs/integrations/static.md tells no address and title for ${name}`);
  const blocks = [...section.matchAll(/```\w+\n(.*?)```/gs)].map(([, block = ""]) => block);
  return { address, title, blocks };
}

/** A blog in a folder of its own, made by a generator and with the lines that Hamlet made for it. */
export class Blog {
  readonly folder = mkdtempSync(join(tmpdir(), "hamlet-blog-"));
  readonly #generator: Generator;

  constructor(generator: Generator, origin: string, snippet: string) {
    this.#generator = generator;
    const lines = linesOf(generator.name);
    const given = (name: string, words: string) =>
      [`"${name}"`, words.startsWith("{{") ? `"${words}"` : words] as const;
    const own = snippet
      .replace(...given("PAGE ADDRESS", lines.address))
      .replace(...given("PAGE TITLE", lines.title));
    const shell: Shell = ({ title, text, comments }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>${title}</h1>
${text}
${own}<noscript>
${comments}</noscript></main></body></html>
`;
    for (const [path, text] of Object.entries(generator.files(lines, shell, origin))) this.#write(path, text);
    if (generator.program.includes("/"))
      symlinkSync(join(INSTALLED, "node_modules"), join(this.folder, "node_modules"));
  }

  #write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  build(): void {
    const { program, build } = this.#generator;
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
    execFileSync(program, build, { cwd: this.folder, env, stdio: ["ignore", "ignore", "inherit"] });
  }

  /** Writes what was published into the data, as the page says to do before building. */
  fetchComments(hamlet: string, pages: string): void {
    const script = join(ROOT, "src/ui/assets/embed/hamlet-comments.mjs");
    const list = join(this.folder, "pages.txt");
    writeFileSync(list, pages);
    const data = join(this.folder, this.#generator.data);
    execFileSync(process.execPath, [script, `${hamlet}/f/demo`, data, list], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }

  /** The page at a path as it was built; undefined: there is none. */
  page(path: string): string | undefined {
    const file = join(this.folder, this.#generator.made, path, "index.html");
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  }

  clean(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
