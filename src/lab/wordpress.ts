import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { command } from "../cli/command.ts";
import { exitOnSignals, ROOT } from "../cli/service.ts";
import { launch } from "./browser.ts";
import { Admin } from "./wordpress/admin.ts";
import { arrivals } from "./wordpress/arrivals.ts";
import { Blog } from "./wordpress/blog.ts";
import { posts } from "./wordpress/comments.ts";
import { decideInBlog, decideInHamlet } from "./wordpress/decisions.ts";
import { Hamlet, SITE } from "./wordpress/hamlet.ts";
import { manners } from "./wordpress/manners.ts";
import { forgeries, outage, wrongKey } from "./wordpress/outage.ts";
import { Table } from "./wordpress/table.ts";
import type { Tour } from "./wordpress/tour.ts";
import { OtherBlog, type Post, Ways } from "./wordpress/ways.ts";

const { positionals } = command({
  call: "npm run wordpress",
  takes: { usage: "PATH", least: 1, most: 1 },
  about: `Drives the WordPress that lies at PATH through all that Hamlet's plugin does, in a real browser, with a Hamlet of its own.
Its comments are deleted and plugins are switched: only a WordPress whose address is http://127.0.0.1:PORT is touched.`,
  examples: ["npm run wordpress -- ../wordpress"],
  exits: {
    0: "all is as it must be, or there is no php or no browser to see it with",
    1: "something is not",
  },
});

const PASSWORD = "play-with-me-1";

const [path] = positionals as [string];
if (spawnSync("php", ["-v"]).status !== 0)
  skip("SKIPPED: no php here (Debian: apt-get install php-cli php-mysql).", 0);
if (!existsSync(join(path, "wp-load.php"))) skip(`There is no WordPress at ${path}.`, 2);
const browser = await launch();
if (!browser) process.exit(0);
exitOnSignals();

const blog = new Blog(resolve(path));
const hamlet = new Hamlet();
const other = new OtherBlog();
const table = new Table();
try {
  const { wordpress, php, database } = await blog.serve();
  console.log(`WordPress ${wordpress}, PHP ${php}, ${database}; Hamlet's own plugin\n`);
  await tour();
} catch (failure) {
  table.note("the tour came to its end", false, failure instanceof Error ? failure.message : String(failure));
} finally {
  await hamlet.stop();
  await browser.close();
  other.close();
  blog.stop();
}
process.exit(table.close() ? 0 : 1);

function skip(why: string, code: number): never {
  console.error(why);
  process.exit(code);
}

async function tour(): Promise<void> {
  const there = await blog.inside<Post[]>("prepare", {
    plugin: join(ROOT, "src/wordpress"),
    posts,
    password: PASSWORD,
    users: { owner: "administrator", editor: "editor", reader: "subscriber" },
    options: {
      comment_moderation: "",
      comment_previously_approved: "1",
      require_name_email: "1",
      comment_registration: "",
      moderation_keys: "",
      default_comment_status: "open",
      permalink_structure: "/%postname%/",
    },
  });
  await blog.inside("activate", { plugins: ["hamlet/hamlet.php"] });
  await other.listen();
  await hamlet.start();
  await hamlet.keys(blog.url);
  const admin = await Admin.signIn(browser as NonNullable<typeof browser>, blog.url, "owner", PASSWORD);
  const ways = new Ways(blog.url, other);
  const given: Tour = { blog, hamlet, admin, ways, other, posts: there, table, password: PASSWORD };
  await connect(given);
  await arrivals(given);
  await decideInBlog(given);
  await decideInHamlet(given);
  await outage(given);
  await wrongKey(given);
  await forgeries(given);
  await manners(given);
}

async function connect({ admin }: Tour): Promise<void> {
  const address = `${hamlet.url}/sites/${SITE}`;
  const refused = await admin.connect({ address, word: "0123456789ab", secret: "" });
  table.note("a wrong key is refused", refused.includes("does not know this key"), refused);
  const unsafe = await admin.connect({
    address: "http://hamlet.example/sites/blog",
    word: hamlet.key,
    secret: "",
  });
  table.note("a key is not sent to an address without https", unsafe.includes("https://"), unsafe);
  const made = await admin.connect({ address, word: hamlet.key, secret: hamlet.deliverySecret });
  table.note("the right key connects", made.startsWith("Connected"), made);
}
